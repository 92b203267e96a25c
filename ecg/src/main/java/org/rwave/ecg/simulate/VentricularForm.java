package org.rwave.ecg.simulate;

/**
 * One of the patient's ventricular ectopic shapes.
 *
 * @param qrsSeconds width of the QRS complex
 * @param mliiMillivolts height of its main wave in MLII
 * @param v1Millivolts height of its main wave in V1
 * @param notch height of the second, slurred wave as a share of the main one, negative for a biphasic complex
 * @param tShare height of the discordant T wave as a share of the main wave
 * @param kinship share of the patient's conducted complex in it: some for a focus in the septum or in a fascicle
 */
record VentricularForm(
        double qrsSeconds, double mliiMillivolts, double v1Millivolts, double notch, double tShare, double kinship) {
    /** A form that has nothing of the conducted complex. */
    VentricularForm(double qrsSeconds, double mliiMillivolts, double v1Millivolts, double notch, double tShare) {
        this(qrsSeconds, mliiMillivolts, v1Millivolts, notch, tShare, 0);
    }

    /** From anywhere, 0.12 to 0.2 s wide, two of three with something of the conducted complex. */
    static VentricularForm any(Randomness random) {
        return new VentricularForm(
                random.between(0.12, 0.2),
                random.sign() * random.logBetween(0.5, 2.3),
                random.sign() * random.logBetween(0.3, 1.6),
                random.between(-0.35, 0.5),
                random.between(0.1, 0.45),
                Math.max(0, random.between(-0.2, 0.4)));
    }

    /** From the left ventricle: like right bundle branch block, upright in V1, down in MLII. */
    static VentricularForm left(Randomness random) {
        return new VentricularForm(
                random.between(0.152, 0.178),
                -random.between(0.8, 1.7),
                random.between(0.6, 1.4),
                random.between(-0.25, 0.45),
                random.between(0.28, 0.42));
    }

    /** From the right ventricular outflow tract: like left bundle branch block, down in V1, tall in MLII. */
    static VentricularForm right(Randomness random) {
        return new VentricularForm(
                random.between(0.152, 0.178),
                random.between(1.2, 2.3),
                -random.between(0.8, 1.6),
                random.between(-0.35, 0.5),
                random.between(0.28, 0.42));
    }
}
