package org.rwave.ecg.simulate;

import java.time.Duration;

/**
 * Draws the course of a patient whose rhythm itself is the difficulty, for learning and testing: the whole recording is
 * one kind of arrhythmia, its rates and habits the patient's own. What such rhythms have in common is that the usual RR
 * interval is no yardstick in them. Shares of the kinds are chosen for learning, not after any ward.
 */
final class ArrhythmiaCourse {
    private static final long PURPOSE = 0x61727268;

    /** One twentieth of the patients for each entry. */
    private static final Kind[] SHARES = {
        Kind.FIBRILLATION,
        Kind.FIBRILLATION,
        Kind.FIBRILLATION,
        Kind.FIBRILLATION,
        Kind.SINUS_ARRHYTHMIA,
        Kind.SINUS_ARRHYTHMIA,
        Kind.SINUS_ARRHYTHMIA,
        Kind.SINUS_ARRHYTHMIA,
        Kind.FREQUENT_ATRIAL_ECTOPY,
        Kind.FREQUENT_ATRIAL_ECTOPY,
        Kind.FREQUENT_ATRIAL_ECTOPY,
        Kind.AV_BLOCK,
        Kind.AV_BLOCK,
        Kind.AV_BLOCK,
        Kind.SICK_SINUS,
        Kind.SICK_SINUS,
        Kind.SINUS_PAUSES,
        Kind.FLUTTER,
        Kind.VENTRICULAR_BIGEMINY,
        Kind.LATE_VENTRICULAR_ECTOPY
    };

    private enum Kind {
        /** With ventricular ectopy, more or less. */
        FIBRILLATION,
        /** A slow sinus node, most beats from an atrial focus that is faster than it. */
        SICK_SINUS,
        FREQUENT_ATRIAL_ECTOPY,
        /** Second degree: 2:1, Wenckebach and single dropped beats take turns with plain conduction. */
        AV_BLOCK,
        /** Beats dropped by an exit block. */
        SINUS_PAUSES,
        /** Atrial flutter whose conduction changes. */
        FLUTTER,
        VENTRICULAR_BIGEMINY,
        /** A sinus rhythm that breathes deeply, now and then with an atrial ectopic beat. */
        SINUS_ARRHYTHMIA,
        /** Ventricular beats hardly earlier than the sinus beat, many of them fused with it. */
        LATE_VENTRICULAR_ECTOPY
    }

    private final Randomness random;
    private final Kind kind;
    private final double restingBpm;
    private final double respiration;
    private final Scenario.Builder scenario = Scenario.builder();
    private double playedSeconds;

    ArrhythmiaCourse(long seed) {
        this.random = Randomness.of(seed, PURPOSE);
        this.kind = SHARES[random.below(SHARES.length)];
        this.restingBpm = random.between(45, 105);
        this.respiration = random.between(0.05, 0.2);
    }

    /** The patient with this course, otherwise like {@code profile}. */
    PatientProfile patient(PatientProfile profile) {
        return kind == Kind.SINUS_ARRHYTHMIA ? profile.withRespiratoryArrhythmia(respiration) : profile;
    }

    Scenario play(Duration length) {
        double seconds = length.toNanos() * 1e-9;
        switch (kind) {
            case FIBRILLATION -> fibrillation(seconds);
            case SICK_SINUS -> sickSinus(seconds);
            case VENTRICULAR_BIGEMINY -> bigeminy(seconds);
            case FREQUENT_ATRIAL_ECTOPY -> atrialEctopy(seconds);
            case SINUS_PAUSES -> pauses(seconds);
            case FLUTTER -> flutter(seconds);
            case AV_BLOCK -> avBlock(seconds);
            case SINUS_ARRHYTHMIA -> sinusArrhythmia(seconds);
            case LATE_VENTRICULAR_ECTOPY -> lateEctopy(seconds);
        }
        return scenario.lasting(length).build();
    }

    private void fibrillation(double seconds) {
        double bpm = random.between(65, 145);
        double perMinute = random.logBetween(0.13, 7.4);
        while (playedSeconds < seconds) {
            double rest = -StrictMath.log(1 - random.uniform()) * 60 / perMinute;
            scenario.atrialFibrillation(bpm, lasting(Math.max(2, Math.min(60, rest))));
            double draw = random.uniform();
            if (draw < 0.7) {
                scenario.prematureVentricular();
            } else if (draw < 0.9) {
                scenario.couplet();
            } else {
                scenario.run(3 + random.below(4), random.between(130, 180));
            }
        }
    }

    private void sickSinus(double seconds) {
        double sinusBpm = random.between(28, 60);
        double ectopicBpm = sinusBpm * random.between(1.2, 2.2);
        double sinusBeats = random.between(1, 4);
        double meanRun = random.logBetween(1, 25);
        double jitter = random.logBetween(0.01, 0.08);
        while (playedSeconds < seconds) {
            scenario.sinus(sinusBpm, lasting(60 / sinusBpm * sinusBeats * random.between(0.5, 1.5)));
            int beats = 1 + (int) (-StrictMath.log(1 - random.uniform()) * meanRun);
            scenario.atrialRhythm(beats, ectopicBpm * random.between(0.9, 1.1), jitter);
            playedSeconds += beats * 60 / ectopicBpm;
            if (random.chance(0.03)) {
                scenario.pause(lasting(random.between(2.5, 5.5)));
            }
        }
    }

    private void avBlock(double seconds) {
        double bpm = random.between(60, 110);
        double longest = random.logBetween(4, 80);
        while (playedSeconds < seconds) {
            scenario.sinus(bpm, lasting(60 / bpm * random.between(1, longest)));
            double draw = random.uniform();
            int conducted = draw < 0.5 ? 1 : 2 + random.below(4);
            double step = conducted > 1 && draw < 0.75 ? random.between(20, 90) : 0;
            int cycles = 1 + random.below((int) longest);
            scenario.avBlock(conducted, cycles, step);
            playedSeconds += cycles * (conducted + 1) * 60 / bpm;
        }
    }

    private void sinusArrhythmia(double seconds) {
        while (playedSeconds < seconds) {
            scenario.sinus(restingBpm, lasting(random.between(10, 90)));
            if (random.chance(0.5)) {
                scenario.prematureAtrial();
            }
        }
    }

    private void lateEctopy(double seconds) {
        double fused = random.between(0.2, 0.7);
        while (playedSeconds < seconds) {
            scenario.sinus(restingBpm, lasting(60 / restingBpm * random.between(1, 7)));
            if (random.chance(fused)) {
                scenario.fusion();
            } else if (random.chance(0.8)) {
                scenario.lateVentricular();
            } else {
                scenario.couplet();
            }
            playedSeconds += 90 / restingBpm;
        }
    }

    private void bigeminy(double seconds) {
        while (playedSeconds < seconds) {
            scenario.sinus(restingBpm, lasting(random.between(3, 33)));
            int cycles = 3 + random.below(40);
            if (random.chance(0.5)) {
                scenario.bigeminy(cycles);
            } else {
                scenario.trigeminy(cycles);
            }
            playedSeconds += 2.5 * cycles * 60 / restingBpm;
        }
    }

    private void atrialEctopy(double seconds) {
        double longestGapBeats = random.between(1, 6);
        while (playedSeconds < seconds) {
            scenario.sinus(restingBpm, lasting(60 / restingBpm * random.between(1, 1 + longestGapBeats)));
            if (random.chance(0.17)) {
                int beats = 2 + random.below(10);
                scenario.atrialRun(beats, random.between(110, 170));
                playedSeconds += 0.5 * beats;
            } else {
                scenario.prematureAtrial();
                playedSeconds += 90 / restingBpm;
            }
        }
    }

    private void pauses(double seconds) {
        while (playedSeconds < seconds) {
            scenario.sinus(restingBpm, lasting(60 / restingBpm * (1 + random.below(8))));
            scenario.pause(lasting(60 / restingBpm * random.between(1.4, 2.6)));
        }
    }

    private void flutter(double seconds) {
        while (playedSeconds < seconds) {
            scenario.atrialFlutter(2 + random.below(4), lasting(random.between(2, 14)));
            if (random.chance(0.17)) {
                scenario.prematureVentricular();
            }
        }
    }

    /** Notes that the next step takes {@code seconds}. */
    private Duration lasting(double seconds) {
        playedSeconds += seconds;
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}
