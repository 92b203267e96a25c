package org.rwave.ecg.simulate;

/**
 * The waves of fibrillating or fluttering atria: the sawtooth with five harmonics of Stridh and Sornmo (IEEE TBME
 * 48:105, 2001), its frequency and height wandering in fibrillation. Largest in V1 in fibrillation and in MLII in flutter.
 */
final class AtrialWaves {
    /** Flutter waves a second. */
    static final double FLUTTER_HERTZ = 5;

    private static final int HARMONICS = 5;
    private static final int TABLE_LENGTH = 1024;
    private static final double[] SAWTOOTH = sawtooth();

    /** Time constant with which the waves set in and cease. */
    private static final double ONSET_SECONDS = 0.4;

    private final double rateHertz;
    private final double fibrillationHertz;
    private final double fibrillationMillivolts;
    private final Oscillation frequencyWander;
    private final Oscillation heightWander;
    private final double onset;
    private AtrialActivity activity = AtrialActivity.ORDERED;
    private double turns;
    private double turnsPerSample;
    private double height;
    private double targetMlii;
    private double targetV1;
    private double mliiGain;
    private double v1Gain;

    AtrialWaves(double rateHertz, double fibrillationMillivolts, Randomness random) {
        this.rateHertz = rateHertz;
        this.fibrillationHertz = random.between(5.2, 7.5);
        this.fibrillationMillivolts = fibrillationMillivolts;
        this.frequencyWander = new Oscillation(0.21, 0.8, random);
        this.heightWander = new Oscillation(0.37, 1.5, random);
        this.turns = random.uniform();
        this.onset = 1 - StrictMath.exp(-1 / (ONSET_SECONDS * rateHertz));
    }

    void change(AtrialActivity next) {
        activity = next;
    }

    /** Sets frequency and height for the next samples; called some ten times a second. */
    void tick(double seconds) {
        boolean fibrillating = activity == AtrialActivity.FIBRILLATION;
        double hertz = fibrillating ? fibrillationHertz * (1 + 0.08 * frequencyWander.at(seconds)) : FLUTTER_HERTZ;
        turnsPerSample = hertz / rateHertz;
        height = fibrillating ? 1 + 0.35 * heightWander.at(seconds) : 1;
        switch (activity) {
            case ORDERED -> setTargets(0, 0);
            case FIBRILLATION -> setTargets(0.7 * fibrillationMillivolts, fibrillationMillivolts);
            case FLUTTER -> setTargets(0.18, -0.1);
        }
    }

    private void setTargets(double mlii, double v1) {
        targetMlii = mlii;
        targetV1 = v1;
    }

    /** The wave at the next sample, to be multiplied by {@link #mliiGain()} and {@link #v1Gain()}. */
    double next() {
        mliiGain += onset * (targetMlii - mliiGain);
        v1Gain += onset * (targetV1 - v1Gain);
        turns += turnsPerSample;
        if (turns >= 1) {
            turns -= 1;
        }
        double place = turns * TABLE_LENGTH;
        int index = (int) place;
        double share = place - index;
        return height * (SAWTOOTH[index] + share * (SAWTOOTH[index + 1] - SAWTOOTH[index]));
    }

    double mliiGain() {
        return mliiGain;
    }

    double v1Gain() {
        return v1Gain;
    }

    private static double[] sawtooth() {
        double[] table = new double[TABLE_LENGTH + 1];
        for (int i = 0; i <= TABLE_LENGTH; i++) {
            for (int m = 1; m <= HARMONICS; m++) {
                table[i] -= 2 / (m * Math.PI) * StrictMath.sin(2 * Math.PI * m * i / TABLE_LENGTH);
            }
        }
        return table;
    }
}
