package org.rwave.ecg.simulate;

/**
 * What distinguishes one simulated patient from the next. Intervals are those at a heart rate of 60/min.
 *
 * @param conduction normal or bundle branch block
 * @param qrsMillivolts height of the R wave in MLII
 * @param v1SMillivolts depth of the S wave in V1, positive
 * @param pMillivolts height of the P wave in MLII
 * @param tMillivolts height of the T wave in MLII
 * @param v1TMillivolts height of the T wave in V1, either sign
 * @param prSeconds PR interval
 * @param qrsSeconds QRS width of a normally conducted beat
 * @param qtcSeconds QT interval
 * @param respirationHertz breathing rate
 * @param hrv share of RR that each of respiration, Mayer waves and slow drift moves it by
 * @param left first ventricular ectopic form
 * @param right second ventricular ectopic form
 * @param wanderMillivolts amplitude of the respiratory baseline wander
 * @param mainsMillivolts amplitude of mains interference
 * @param mainsHertz 50 or 60
 * @param muscleMillivolts standing muscle and amplifier noise, root mean square
 * @param atria the ectopic focus in the atria, and how they fibrillate
 */
public record PatientProfile(
        Conduction conduction,
        double qrsMillivolts,
        double v1SMillivolts,
        double pMillivolts,
        double tMillivolts,
        double v1TMillivolts,
        double prSeconds,
        double qrsSeconds,
        double qtcSeconds,
        double respirationHertz,
        HeartRateVariability hrv,
        VentricularForm left,
        VentricularForm right,
        double wanderMillivolts,
        double mainsMillivolts,
        double mainsHertz,
        double muscleMillivolts,
        Atria atria) {

    private static final long PURPOSE = 0x70726f66;
    private static final long ATRIA_PURPOSE = 0x6174726961L;

    /**
     * Share of RR that each influence moves it by, as the amplitude of a sine; white beat-to-beat jitter as a standard
     * deviation.
     */
    public record HeartRateVariability(double respiration, double mayer, double drift, double jitter) {}

    /**
     * The atria away from the sinus node. A focus fires from one place, so its P waves are alike, and differ from the sinus
     * P as much as the places do: little from the high right atrium, upside down from the low atrium.
     *
     * @param focusShare height of its P wave in MLII relative to the sinus P, either sign
     * @param focusV1Share the same in V1
     * @param focusPrSeconds its PR interval
     * @param fibrillationMillivolts height of the fibrillatory waves in V1
     * @param fibrillationSpread standard deviation of the logarithm of RR in atrial fibrillation
     */
    public record Atria(
            double focusShare,
            double focusV1Share,
            double focusPrSeconds,
            double fibrillationMillivolts,
            double fibrillationSpread) {
        private static Atria random(long seed) {
            Randomness random = Randomness.of(seed, ATRIA_PURPOSE);
            return new Atria(
                    random.chance(0.5) ? random.between(-1, -0.1) : random.between(0.1, 1.3),
                    random.sign() * random.between(0.2, 1.3),
                    random.between(0.09, 0.2),
                    random.logBetween(0.02, 0.2),
                    random.between(0.13, 0.32));
        }
    }

    /** A patient drawn from the ward: {@code seed} decides everything. */
    public static PatientProfile random(long seed) {
        Randomness random = Randomness.of(seed, PURPOSE);
        double block = random.uniform();
        Conduction conduction = block < 0.05
                ? Conduction.LEFT_BUNDLE_BRANCH_BLOCK
                : block < 0.12 ? Conduction.RIGHT_BUNDLE_BRANCH_BLOCK : Conduction.NORMAL;
        return new PatientProfile(
                conduction,
                random.between(0.7, 1.7),
                random.between(0.5, 1.3),
                random.between(0.08, 0.2),
                random.between(0.15, 0.45),
                random.between(-0.12, 0.2),
                random.between(0.13, 0.19),
                random.between(0.074, 0.1),
                random.between(0.38, 0.44),
                random.between(0.2, 0.32),
                new HeartRateVariability(
                        random.between(0.01, 0.045),
                        random.between(0.01, 0.035),
                        random.between(0.01, 0.03),
                        random.between(0.003, 0.008)),
                VentricularForm.left(random),
                VentricularForm.right(random),
                random.between(0.02, 0.12),
                random.between(0.001, 0.012),
                random.chance(0.5) ? 50 : 60,
                random.between(0.004, 0.015),
                Atria.random(seed));
    }

    /**
     * A patient who may differ from the textbook further than the ward's: low or inverted waves, long PR intervals, bundle
     * branch block in every fourth, a sinus rhythm that breathes, noise. {@code seed} decides everything.
     */
    public static PatientProfile unusual(long seed) {
        Randomness random = Randomness.of(seed, PURPOSE);
        double block = random.uniform();
        Conduction conduction = block < 0.1
                ? Conduction.LEFT_BUNDLE_BRANCH_BLOCK
                : block < 0.25 ? Conduction.RIGHT_BUNDLE_BRANCH_BLOCK : Conduction.NORMAL;
        return new PatientProfile(
                conduction,
                random.between(0.4, 2),
                random.between(0.2, 1.8),
                random.logBetween(0.03, 0.22),
                random.between(-0.2, 0.5),
                random.between(-0.25, 0.3),
                random.between(0.12, 0.3),
                random.between(0.07, 0.11),
                random.between(0.36, 0.47),
                random.between(0.18, 0.35),
                new HeartRateVariability(
                        random.logBetween(0.004, 0.1),
                        random.logBetween(0.005, 0.05),
                        random.between(0.01, 0.05),
                        random.logBetween(0.002, 0.02)),
                VentricularForm.left(random),
                VentricularForm.right(random),
                random.logBetween(0.02, 0.3),
                random.between(0.001, 0.02),
                random.chance(0.5) ? 50 : 60,
                random.logBetween(0.004, 0.05),
                Atria.random(seed));
    }

    /** The same patient with perfect electrodes and a quiet body: the clean signal, for tests. */
    public PatientProfile withoutNoise() {
        return withNoise(0, 0, 0);
    }

    /** The same patient with these levels of wander (amplitude), mains (amplitude) and muscle noise (RMS), millivolts. */
    public PatientProfile withNoise(double wander, double mains, double muscle) {
        return with(conduction, hrv, left, right, wander, mains, muscle);
    }

    /** The same patient whose RR intervals follow the breath by this share, either way. */
    PatientProfile withRespiratoryArrhythmia(double share) {
        return with(
                conduction,
                new HeartRateVariability(share, hrv.mayer(), hrv.drift(), hrv.jitter()),
                left,
                right,
                wanderMillivolts,
                mainsMillivolts,
                muscleMillivolts);
    }

    /** The same patient with {@code other} ventricular activation. */
    public PatientProfile withConduction(Conduction other) {
        return with(other, hrv, left, right, wanderMillivolts, mainsMillivolts, muscleMillivolts);
    }

    /** The same patient with other ventricular ectopic forms. */
    PatientProfile withForms(VentricularForm first, VentricularForm second) {
        return with(conduction, hrv, first, second, wanderMillivolts, mainsMillivolts, muscleMillivolts);
    }

    private PatientProfile with(
            Conduction activation,
            HeartRateVariability variability,
            VentricularForm first,
            VentricularForm second,
            double wander,
            double mains,
            double muscle) {
        return new PatientProfile(
                activation,
                qrsMillivolts,
                v1SMillivolts,
                pMillivolts,
                tMillivolts,
                v1TMillivolts,
                prSeconds,
                qrsSeconds,
                qtcSeconds,
                respirationHertz,
                variability,
                first,
                second,
                wander,
                mains,
                mainsHertz,
                muscle,
                atria);
    }
}
