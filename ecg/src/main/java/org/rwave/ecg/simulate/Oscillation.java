package org.rwave.ecg.simulate;

/**
 * A slow oscillation that wanders in frequency, as respiration and Mayer waves do: a unit sine whose phase is modulated
 * by three slower sines that share no common period. A pure function of time, so it needs no state and no history.
 */
final class Oscillation {
    private static final double[] MODULATOR_HERTZ = {0.0113, 0.0271, 0.0419};

    private final double angularFrequency;
    private final double phase;
    private final double[] modulatorPhases = new double[MODULATOR_HERTZ.length];
    private final double modulation;

    /** Around {@code hertz}; {@code modulation} radians of phase per modulator spread it over a band. */
    Oscillation(double hertz, double modulation, Randomness random) {
        this.angularFrequency = 2 * Math.PI * hertz;
        this.modulation = modulation;
        this.phase = random.between(0, 2 * Math.PI);
        for (int i = 0; i < modulatorPhases.length; i++) {
            modulatorPhases[i] = random.between(0, 2 * Math.PI);
        }
    }

    /** Value in [-1, 1] at {@code seconds}. */
    double at(double seconds) {
        double angle = phase + angularFrequency * seconds;
        for (int i = 0; i < modulatorPhases.length; i++) {
            angle += modulation * StrictMath.sin(2 * Math.PI * MODULATOR_HERTZ[i] * seconds + modulatorPhases[i]);
        }
        return StrictMath.sin(angle);
    }
}
