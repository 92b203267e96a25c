package org.rwave.ecg.simulate;

/**
 * The rhythm that goes on between ectopic beats.
 *
 * @param name as annotated
 * @param kind who sets the pace
 * @param startRrSeconds mean RR interval at its start
 * @param endRrSeconds mean RR interval at its end
 */
record BaseRhythm(String name, Kind kind, double startRrSeconds, double endRrSeconds) {
    /** Who sets the pace. */
    enum Kind {
        SINUS(AtrialActivity.ORDERED),
        ATRIAL_FIBRILLATION(AtrialActivity.FIBRILLATION),
        ATRIAL_FLUTTER(AtrialActivity.FLUTTER),
        PACED(AtrialActivity.ORDERED);

        private final AtrialActivity atria;

        Kind(AtrialActivity atria) {
            this.atria = atria;
        }

        AtrialActivity atria() {
            return atria;
        }
    }

    private static final double SHORTEST_RR_SECONDS = 0.3;

    /** Below this rate sinus rhythm is annotated as sinus bradycardia. */
    private static final double BRADYCARDIA_RR_SECONDS = 60.0 / 50;

    static BaseRhythm sinus(double fromBpm, double toBpm) {
        String name = 60 / toBpm > BRADYCARDIA_RR_SECONDS ? "(SBR" : "(N";
        return new BaseRhythm(name, Kind.SINUS, 60 / fromBpm, 60 / toBpm);
    }

    static BaseRhythm steady(String name, Kind kind, double bpm) {
        return new BaseRhythm(name, kind, 60 / bpm, 60 / bpm);
    }

    /** Mean RR after {@code share} of the rhythm's time, 0 to 1; the rate, not RR, changes linearly. */
    double meanRrSeconds(double share) {
        double rate = (1 - share) / startRrSeconds + share / endRrSeconds;
        return 1 / rate;
    }

    /** RR interval that begins at {@code seconds}; {@code spread} of its logarithm where the atria fibrillate. */
    double rrSeconds(double seconds, double meanRrSeconds, AutonomicTone tone, double spread, Randomness random) {
        return switch (kind) {
            case SINUS ->
                meanRrSeconds * (1 + tone.rrDeviationAt(seconds, meanRrSeconds)) + random.near(0, tone.jitterSeconds());
            case ATRIAL_FIBRILLATION -> irregular(meanRrSeconds, spread, random);
            case ATRIAL_FLUTTER, PACED -> meanRrSeconds + random.near(0, 0.001);
        };
    }

    /**
     * Log-normal around the mean, each interval independent of the last: the random arrival of atrial impulses at the
     * AV node leaves no memory (Bootsma et al., Circulation 1970).
     */
    private static double irregular(double meanRrSeconds, double spread, Randomness random) {
        double logarithm = spread * random.gaussian() - 0.5 * spread * spread;
        double rr = meanRrSeconds * StrictMath.exp(logarithm);
        return Math.max(SHORTEST_RR_SECONDS, Math.min(2.2 * meanRrSeconds, rr));
    }
}
