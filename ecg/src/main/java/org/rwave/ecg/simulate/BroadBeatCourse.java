package org.rwave.ecg.simulate;

import java.time.Duration;

/**
 * Draws the course of a patient who has broad beats among narrow ones all the time, for learning and testing. Neither being
 * broad nor being on time tells where such a beat comes from: a ventricular focus may make up half of the rhythm and come
 * when the sinus beat is due, and a bundle branch may fail a single beat. Shares of the kinds are chosen for learning.
 */
final class BroadBeatCourse {
    private static final long PURPOSE = 0x62726f61646265L;

    /**
     * One twentieth of the patients for each entry: two with a ventricular focus to three whose broad beats are conducted. With more
     * foci, broad conducted beats of others are called ventricular (docs/training.md, "Broad beats on time").
     */
    private static final Kind[] SHARES = {
        Kind.ALTERNATION,
        Kind.ALTERNATION,
        Kind.ALTERNATION,
        Kind.ALTERNATION,
        Kind.ALTERNATION_IN_FIBRILLATION,
        Kind.IDIOVENTRICULAR,
        Kind.IDIOVENTRICULAR,
        Kind.PARASYSTOLE,
        Kind.INTERMITTENT_BLOCK,
        Kind.INTERMITTENT_BLOCK,
        Kind.INTERMITTENT_BLOCK,
        Kind.INTERMITTENT_BLOCK,
        Kind.BLOCK_OF_EITHER_BRANCH,
        Kind.BLOCK_OF_EITHER_BRANCH,
        Kind.BLOCK_OF_EITHER_BRANCH,
        Kind.PRE_EXCITATION,
        Kind.PRE_EXCITATION,
        Kind.ABERRANT_ATRIAL_ECTOPY,
        Kind.ABERRANT_ATRIAL_ECTOPY,
        Kind.ABERRANT_FIBRILLATION
    };

    private enum Kind {
        /** Every second to fourth beat ventricular, early or hardly so. */
        ALTERNATION,
        ALTERNATION_IN_FIBRILLATION,
        /** The ventricles' own rhythm, about as fast as the sinus node, takes turns with it. */
        IDIOVENTRICULAR,
        PARASYSTOLE,
        /** Bundle branch block for single beats or for stretches. */
        INTERMITTENT_BLOCK,
        /** One bundle branch is always blocked, now and then the other instead: broad beats of two shapes, all conducted. */
        BLOCK_OF_EITHER_BRANCH,
        PRE_EXCITATION,
        /** Early atrial beats find a bundle branch refractory. */
        ABERRANT_ATRIAL_ECTOPY,
        /** The same in atrial fibrillation, beside ventricular beats. */
        ABERRANT_FIBRILLATION
    }

    private final Randomness random;
    private final Kind kind;
    private final double restingBpm;
    private final boolean rightIsUsual;
    private final VentricularForm first;
    private final VentricularForm second;
    private final Scenario.Builder scenario = Scenario.builder();
    private double playedSeconds;

    BroadBeatCourse(long seed) {
        this.random = Randomness.of(seed, PURPOSE);
        this.kind = SHARES[random.below(SHARES.length)];
        this.restingBpm = random.between(50, 110);
        this.rightIsUsual = random.chance(0.5);
        this.first = VentricularForm.any(random);
        this.second = VentricularForm.any(random);
    }

    /** The patient with this course, otherwise like {@code profile}. */
    PatientProfile patient(PatientProfile profile) {
        PatientProfile patient = profile.withForms(first, second);
        if (kind != Kind.BLOCK_OF_EITHER_BRANCH) {
            return patient;
        }
        return patient.withConduction(
                rightIsUsual ? Conduction.RIGHT_BUNDLE_BRANCH_BLOCK : Conduction.LEFT_BUNDLE_BRANCH_BLOCK);
    }

    Scenario play(Duration length) {
        double seconds = length.toNanos() * 1e-9;
        switch (kind) {
            case ALTERNATION -> alternation(seconds, false);
            case ALTERNATION_IN_FIBRILLATION -> alternation(seconds, true);
            case IDIOVENTRICULAR -> idioventricular(seconds);
            case PARASYSTOLE -> parasystole(seconds);
            case INTERMITTENT_BLOCK -> conducting(seconds, Detour.block(random));
            case BLOCK_OF_EITHER_BRANCH -> conducting(seconds, Detour.blockOf(rightIsUsual, random));
            case PRE_EXCITATION -> conducting(seconds, Detour.preExcitation(random));
            case ABERRANT_ATRIAL_ECTOPY -> atrialEctopy(seconds);
            case ABERRANT_FIBRILLATION -> fibrillation(seconds);
        }
        return scenario.lasting(length).build();
    }

    private void alternation(double seconds, boolean fibrillating) {
        double share = random.between(0.5, 0.98);
        double spread = random.logBetween(0.01, 0.1);
        boolean compensated = random.chance(0.6);
        int normals = 1 + random.below(3);
        double longest = random.logBetween(10, 120);
        while (playedSeconds < seconds) {
            Duration rest = lasting(60 / restingBpm * random.logBetween(1, 30));
            if (fibrillating) {
                scenario.atrialFibrillation(restingBpm, rest);
            } else {
                scenario.sinus(restingBpm, rest);
            }
            int cycles = 1 + random.below((int) longest);
            int between = random.chance(0.7) ? normals : 1 + random.below(4);
            scenario.alternation(between, cycles, share, spread, compensated);
            playedSeconds += cycles * (between + 1) * 60 / restingBpm;
            if (random.chance(0.3)) {
                scenario.couplet();
            }
        }
    }

    private void idioventricular(double seconds) {
        double bpm = restingBpm * random.between(0.85, 1.35);
        double meanSinus = random.logBetween(4, 60);
        double meanVentricular = random.logBetween(3, 60);
        while (playedSeconds < seconds) {
            scenario.sinus(restingBpm, lasting(exponential(meanSinus)));
            scenario.ventricularEscape(bpm * random.between(0.95, 1.05), lasting(exponential(meanVentricular)));
        }
    }

    private void parasystole(double seconds) {
        double bpm = restingBpm * random.between(0.35, 0.95);
        while (playedSeconds < seconds) {
            scenario.sinus(restingBpm, lasting(random.between(2, 20)));
            scenario.parasystole(bpm, lasting(random.between(30, 200)));
        }
    }

    private void conducting(double seconds, Detour detour) {
        double meanBeats = random.logBetween(1, 60);
        double share = random.between(0.05, 0.8);
        double ends = 1 / meanBeats;
        double begins = Math.min(0.9, ends * share / (1 - share));
        double critical = random.chance(0.3) ? random.between(0.85, 1) : 0;
        double ventricularPerBeat = random.chance(0.5) ? random.logBetween(0.01, 0.3) : 0;
        double atrialPerBeat = random.chance(0.3) ? random.logBetween(0.01, 0.1) : 0;
        scenario.sinus(restingBpm, lasting(random.between(2, 30)));
        scenario.conducting(new ConductionHabit(detour, begins, ends, critical));
        ectopy(seconds, ventricularPerBeat, atrialPerBeat);
    }

    private void atrialEctopy(double seconds) {
        double critical = random.between(0.6, 0.8);
        scenario.conducting(new ConductionHabit(Detour.block(random), 0, 1, critical));
        ectopy(seconds, random.chance(0.5) ? random.logBetween(0.01, 0.2) : 0, random.logBetween(0.03, 0.3));
    }

    private void fibrillation(double seconds) {
        double critical = random.between(0.55, 0.75);
        scenario.conducting(new ConductionHabit(Detour.block(random), 0, random.between(0.4, 1), critical));
        double bpm = random.between(60, 130);
        double ventricularPerBeat = random.logBetween(0.02, 0.3);
        while (playedSeconds < seconds) {
            scenario.atrialFibrillation(bpm, lasting(60 / bpm * (1 + exponential(1 / ventricularPerBeat))));
            scenario.prematureVentricular();
        }
    }

    /** Sinus rhythm with single ectopic beats. */
    private void ectopy(double seconds, double ventricularPerBeat, double atrialPerBeat) {
        double both = ventricularPerBeat + atrialPerBeat;
        while (playedSeconds < seconds) {
            double beats = both > 0 ? 1 + exponential(1 / both) : seconds;
            scenario.sinus(restingBpm, lasting(60 / restingBpm * beats));
            if (random.uniform() * both < ventricularPerBeat) {
                scenario.alternation(1, 1, random.between(0.55, 0.95), 0.02, true);
            } else if (both > 0) {
                scenario.prematureAtrial();
            }
        }
    }

    private double exponential(double mean) {
        return Math.min(600, Math.max(0.5, -StrictMath.log(1 - random.uniform()) * mean));
    }

    /** Notes that the next step takes {@code seconds}. */
    private Duration lasting(double seconds) {
        playedSeconds += seconds;
        return Duration.ofMillis(Math.max(1, Math.round(1000 * seconds)));
    }
}
