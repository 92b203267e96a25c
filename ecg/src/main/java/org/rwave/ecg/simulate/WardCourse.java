package org.rwave.ecg.simulate;

import java.time.Duration;

/**
 * Draws the course of one ward patient. Frequencies are chosen to resemble telemetry wards, not fitted to any: one
 * patient in eight fibrillates, one in fourteen is paced, most have single ectopic beats, sustained ventricular
 * tachycardia comes about once in twenty patient hours and fibrillation of the ventricles once in two hundred.
 */
final class WardCourse {
    private static final long PURPOSE = 0x77617264;

    private enum Kind {
        SINUS,
        PERMANENT_FIBRILLATION,
        PAROXYSMAL_FIBRILLATION,
        PACED
    }

    private final Randomness random;
    private final Kind kind;
    private final double restingBpm;
    private final double ventricularPerMinute;
    private final double atrialPerMinute;
    private final Scenario.Builder scenario = Scenario.builder();
    private double playedSeconds;
    private boolean fibrillating;

    WardCourse(long seed) {
        this.random = Randomness.of(seed, PURPOSE);
        double draw = random.uniform();
        this.kind = draw < 0.09
                ? Kind.PERMANENT_FIBRILLATION
                : draw < 0.14 ? Kind.PAROXYSMAL_FIBRILLATION : draw < 0.21 ? Kind.PACED : Kind.SINUS;
        this.restingBpm = kind == Kind.PACED ? 5 * (12 + random.below(3)) : random.near(76, 13);
        this.ventricularPerMinute = random.logBetween(0.05, 12);
        this.atrialPerMinute = random.logBetween(0.05, 5);
        this.fibrillating = kind == Kind.PERMANENT_FIBRILLATION;
    }

    Scenario play(Duration length) {
        double seconds = length.toNanos() * 1e-9;
        stretch(random.between(8, 20));
        while (playedSeconds < seconds) {
            disturb();
            happen();
            double perMinute = ventricularPerMinute + (isSinus() ? atrialPerMinute : 0) + 0.2;
            stretch(Math.max(2, -StrictMath.log(1 - random.uniform()) * 60 / perMinute));
        }
        // The times above are estimates: the base rhythm fills what they leave, and the limit cuts what they exceed.
        base(length);
        return scenario.lasting(length).build();
    }

    private boolean isSinus() {
        return kind != Kind.PACED && !fibrillating;
    }

    /** The base rhythm for at most a minute and a half, its rate moving slowly. */
    private void stretch(double wantedSeconds) {
        double seconds = Math.min(90, wantedSeconds);
        base(Duration.ofMillis(Math.round(1000 * seconds)));
        playedSeconds += seconds;
    }

    private void base(Duration length) {
        if (kind == Kind.PACED) {
            scenario.paced(restingBpm, length);
        } else if (fibrillating) {
            scenario.atrialFibrillation(1.15 * restingBpm, length);
        } else {
            scenario.sinus(restingBpm + 4 * StrictMath.sin(playedSeconds / 140), length);
        }
    }

    private void happen() {
        double total = ventricularPerMinute + (isSinus() ? atrialPerMinute : 0) + 0.2;
        double draw = random.uniform() * total;
        if (draw < ventricularPerMinute) {
            ventricular();
        } else if (draw < total - 0.2) {
            atrial();
        } else {
            seldom();
        }
        playedSeconds += 2;
    }

    private void ventricular() {
        double draw = random.uniform();
        if (draw < 0.78) {
            scenario.prematureVentricular();
        } else if (draw < 0.84 && isSinus()) {
            scenario.fusion();
        } else if (draw < 0.92) {
            scenario.couplet();
        } else if (draw < 0.95) {
            scenario.run(3 + random.below(5), random.between(110, 170));
        } else if (draw < 0.98) {
            scenario.bigeminy(4 + random.below(20));
        } else {
            scenario.trigeminy(4 + random.below(12));
        }
    }

    private void atrial() {
        if (random.chance(0.93)) {
            scenario.prematureAtrial();
        } else {
            scenario.atrialRun(3 + random.below(10), random.between(120, 170));
        }
    }

    /** About once in five minutes. */
    private void seldom() {
        double draw = random.uniform();
        if (kind == Kind.PAROXYSMAL_FIBRILLATION && draw < 0.5) {
            fibrillating = !fibrillating;
        } else if (draw < 0.55) {
            scenario.unknown();
        } else if (draw < 0.62) {
            scenario.pause(Duration.ofMillis(1800 + random.below(1500)));
        } else if (draw < 0.625) {
            scenario.ventricularTachycardia(random.between(130, 200), Duration.ofSeconds(8 + random.below(25)));
            playedSeconds += 20;
        } else if (draw < 0.627) {
            scenario.asystole(Duration.ofMillis(4500 + random.below(4000)));
            playedSeconds += 6;
        } else if (draw < 0.6275) {
            scenario.ventricularFibrillation(Duration.ofSeconds(8 + random.below(15)));
            playedSeconds += 15;
        }
    }

    /** Movement and electrodes, about once in four minutes. */
    private void disturb() {
        if (!random.chance(Math.min(0.5, playedSeconds == 0 ? 0 : 0.08))) {
            return;
        }
        Duration length = Duration.ofMillis(Math.round(1000 * random.between(3, 15)));
        double draw = random.uniform();
        if (draw < 0.4) {
            scenario.muscleNoise(random.between(0.03, 0.15), length);
        } else if (draw < 0.65) {
            scenario.electrodeMotion(random.between(0.15, 0.8), length);
        } else if (draw < 0.9) {
            scenario.baselineWander(random.between(0.2, 0.6), length);
        } else if (draw < 0.96) {
            scenario.leadMissing(random.below(2), length);
        } else {
            scenario.leadFlat(random.below(2), length);
        }
    }
}
