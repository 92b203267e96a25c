package org.rwave.ecg.simulate;

import java.util.List;

/**
 * The shapes of beats that do not come down the conduction system: ventricular ectopic, fusion, paced, bizarre, and the
 * waves of flutter and fibrillation. No P wave, broad QRS complex, T wave against it.
 */
final class VentricularMorphology {
    private final PatientProfile profile;
    private final Morphology conducted;
    private final Randomness random;

    VentricularMorphology(PatientProfile profile, Morphology conducted, Randomness random) {
        this.profile = profile;
        this.conducted = conducted;
        this.random = random;
    }

    BeatShape ectopic(VentricularForm form, double rrSeconds) {
        double gain = random.near(1, 0.05);
        List<Wave> own = qrs(form, gain);
        double kinship = form.kinship();
        List<Wave> complex = kinship > 0 ? Morphology.blend(own, 1 - kinship, conducted.conductedQrs(1), kinship) : own;
        return BeatShape.of(List.of(), complex, List.of(repolarisation(form, rrSeconds, gain)));
    }

    /** A sinus and a ventricular impulse meeting: a P wave, then a complex between the two. */
    BeatShape fusion(VentricularForm form, double rrSeconds) {
        double share = random.between(0.25, 0.5);
        return BeatShape.of(
                conducted.conductedP(rrSeconds),
                Morphology.blend(conducted.conductedQrs(1), 1 - share, qrs(form, 1), share),
                Morphology.blend(
                        conducted.conductedT(rrSeconds),
                        1 - share,
                        List.of(repolarisation(form, rrSeconds, 1)),
                        share));
    }

    /** Paced from the right ventricular apex: spike, broad complex down in both leads. */
    BeatShape paced(double rrSeconds) {
        double height = random.near(1, 0.015) * (0.75 + 0.25 * profile.qrsMillivolts());
        VentricularForm apex = new VentricularForm(0.165, -1.1 * height, -0.9 * height, 0.35, 0.35);
        double spike = qrsOnset(apex) - 0.012;
        return BeatShape.of(
                List.of(Wave.of(spike, 0.0012, 0.6, 0.35), Wave.of(spike + 0.006, 0.0035, -0.12, -0.08)),
                qrs(apex, 1),
                List.of(repolarisation(apex, rrSeconds, 1)));
    }

    /** Like nothing else in this patient: low, notched, neither narrow nor clearly ventricular. */
    BeatShape unknown(double rrSeconds) {
        double first = random.sign() * random.between(0.35, 0.6);
        double second = -first * random.between(0.5, 0.9);
        List<Wave> qrs = List.of(
                Wave.of(0, random.between(0.014, 0.02), first, random.between(-0.4, 0.4)),
                Wave.of(random.between(0.045, 0.06), random.between(0.012, 0.018), second, random.between(-0.4, 0.4)));
        Wave t = Morphology.tWave(conducted.qtSeconds(rrSeconds), rrSeconds, random.between(-0.15, 0.2), 0.05);
        return BeatShape.of(List.of(), qrs, List.of(t));
    }

    /**
     * One wave of flutter or fibrillation: up and down again within {@code cycleSeconds}, with no isoelectric line.
     *
     * @param height of the upward half in MLII, millivolts
     * @param disorder 0 the two leads and the two halves agree (flutter), 1 they do not (fibrillation)
     */
    BeatShape chaotic(double cycleSeconds, double height, double disorder) {
        double down = -height * random.near(1, 0.25 * disorder);
        double v1 = 0.6 + disorder * random.between(-0.5, 0.5);
        double sigma = 0.19 * cycleSeconds;
        double skew = disorder * random.between(-0.08, 0.08) * cycleSeconds;
        return BeatShape.of(
                List.of(),
                List.of(Wave.of(0, sigma, height, v1 * height)),
                List.of(Wave.of(0.5 * cycleSeconds + skew, sigma, down, v1 * down)));
    }

    /** Main wave, a slur or notch in its second half, a slurred start: {@code qrsSeconds} in all. */
    private static List<Wave> qrs(VentricularForm form, double gain) {
        double width = form.qrsSeconds();
        double mlii = gain * form.mliiMillivolts();
        double v1 = gain * form.v1Millivolts();
        double notch = form.notch();
        return List.of(
                Wave.of(-0.32 * width, 0.070 * width, 0.15 * mlii, 0.18 * v1),
                Wave.of(0, 0.175 * width, mlii, v1),
                Wave.of(0.32 * width, 0.100 * width, notch * mlii, 0.4 * notch * v1 + 0.15 * v1));
    }

    private static double qrsOnset(VentricularForm form) {
        return -(0.32 + Wave.VISIBLE_SIGMAS * 0.070) * form.qrsSeconds();
    }

    /** The broad complex delays the T wave by what it is wider, so that the JT interval stays the patient's own. */
    private Wave repolarisation(VentricularForm form, double rrSeconds, double gain) {
        double widening = Math.max(0, form.qrsSeconds() - profile.qrsSeconds());
        double end = qrsOnset(form) + conducted.qtSeconds(rrSeconds) + widening;
        double share = -gain * form.tShare();
        return Morphology.tWave(end, rrSeconds, share * form.mliiMillivolts(), share * form.v1Millivolts());
    }
}
