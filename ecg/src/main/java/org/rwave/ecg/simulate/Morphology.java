package org.rwave.ecg.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shapes of the patient's supraventricular beats. Reference instant is the R peak in MLII. Amplitudes and places
 * of the normal complex after McSharry et al. (2003, table I) and Goldberger, Clinical Electrocardiography (2017, ch. 2
 * to 5) for V1 and for bundle branch block.
 */
final class Morphology {
    /** Width of the template complex between its visible limits; the patient's width scales it. */
    private static final double TEMPLATE_QRS_SECONDS = 0.079;

    private static final double TEMPLATE_BLOCK_SECONDS = 0.134;

    /** A blocked complex is this much wider than the patient's own normal one. */
    private static final double BLOCK_WIDENING_SECONDS = 0.052;

    private static final double QRS_ONSET_SHARE = 0.0363 / TEMPLATE_QRS_SECONDS;

    /** Of the R wave's spread, how much each beat differs at random. */
    private static final double BEAT_TO_BEAT = 0.02;

    private final PatientProfile profile;
    private final Randomness random;
    private Optional<Detour> detour = Optional.empty();

    Morphology(PatientProfile profile, Randomness random) {
        this.profile = profile;
        this.random = random;
    }

    /** From the next beat on the ventricles are reached by {@code other}, or as usual. */
    void take(Optional<Detour> other) {
        detour = other;
    }

    /**
     * A beat conducted from the sinus node.
     *
     * @param rrSeconds the RR interval that the ventricles are adapted to
     * @param gain amplitude relative to the patient's mean, moved by respiration
     */
    BeatShape conducted(double rrSeconds, double gain) {
        return BeatShape.of(atrial(rrSeconds, 1), qrs(gain), repolarisation(rrSeconds, 1));
    }

    /** A beat conducted from a fibrillating or fluttering atrium: no P wave. */
    BeatShape conductedWithoutP(double rrSeconds, double gain) {
        return BeatShape.of(List.of(), qrs(gain), repolarisation(rrSeconds, 1));
    }

    /** A beat conducted from the sinus node whose PR interval is {@code delaySeconds} longer than usual. */
    BeatShape conductedLate(double rrSeconds, double gain, double delaySeconds) {
        double onset = qrsOnsetSeconds() - prSeconds(rrSeconds) - delaySeconds;
        return BeatShape.of(pWave(onset + 0.05, 1, 1), qrs(gain), repolarisation(rrSeconds, 1));
    }

    /** A beat from the patient's atrial focus. */
    BeatShape atrialPremature(double rrSeconds, double gain) {
        return BeatShape.of(ectopicAtrial(), qrs(gain * random.near(0.97, 0.04)), repolarisation(rrSeconds, 0.95));
    }

    /** A sinus P wave alone: its impulse finds the ventricles refractory. */
    BeatShape lonelyP(double rrSeconds) {
        return new BeatShape(atrial(rrSeconds, 1), 0);
    }

    /** Start of the QRS complex of a conducted beat. */
    double qrsOnsetSeconds() {
        return -QRS_ONSET_SHARE * profile.qrsSeconds();
    }

    double prSeconds(double rrSeconds) {
        // Shortens with the rate: about 10 ms per 10/min in health (Atterhog and Loogna, 1977), less in patients.
        return profile.prSeconds() * (0.8 + 0.2 * Math.min(1.2, rrSeconds));
    }

    /** QT interval by Bazett (1920): proportional to the square root of RR; long intervals are capped as in practice. */
    double qtSeconds(double rrSeconds) {
        return profile.qtcSeconds() * Math.sqrt(Math.max(0.3, Math.min(1.4, rrSeconds)));
    }

    private List<Wave> atrial(double rrSeconds, double share) {
        double onset = qrsOnsetSeconds() - prSeconds(rrSeconds);
        return pWave(onset + 0.05, share, share);
    }

    private List<Wave> ectopicAtrial() {
        PatientProfile.Atria atria = profile.atria();
        double onset = qrsOnsetSeconds() - atria.focusPrSeconds() + random.near(0, 0.004);
        return pWave(onset + 0.05, atria.focusShare(), atria.focusV1Share());
    }

    /** Right and left atrium in turn: one hump in MLII, up and down in V1; 100 ms wide. */
    private List<Wave> pWave(double centreSeconds, double share, double v1Share) {
        double whole = profile.pMillivolts() / 1.21 * random.near(1, BEAT_TO_BEAT);
        double height = share * whole;
        double v1 = v1Share * whole;
        return List.of(
                Wave.of(centreSeconds - 0.016, 0.0155, height, 0.55 * v1),
                Wave.of(centreSeconds + 0.016, 0.0155, height, -0.5 * v1));
    }

    private List<Wave> qrs(double gain) {
        double height = gain * profile.qrsMillivolts() * random.near(1, BEAT_TO_BEAT);
        double v1 = gain * profile.v1SMillivolts() * random.near(1, BEAT_TO_BEAT);
        List<Wave> usual = usualQrs(height, v1);
        return detour.map(way -> way.qrs(usual, profile.qrsSeconds(), height, v1))
                .orElse(usual);
    }

    private List<Wave> usualQrs(double height, double v1) {
        double blocked = blockScale(profile.qrsSeconds() + BLOCK_WIDENING_SECONDS);
        return switch (profile.conduction()) {
            case NORMAL -> normalQrs(profile.qrsSeconds() / TEMPLATE_QRS_SECONDS, height, v1);
            case LEFT_BUNDLE_BRANCH_BLOCK -> leftBlockQrs(blocked, height, v1);
            case RIGHT_BUNDLE_BRANCH_BLOCK -> rightBlockQrs(blocked, height, v1);
        };
    }

    /** By how much the complex of bundle branch block is stretched to be {@code seconds} wide. */
    static double blockScale(double seconds) {
        return seconds / TEMPLATE_BLOCK_SECONDS;
    }

    private static List<Wave> normalQrs(double scale, double height, double v1) {
        return List.of(
                Wave.of(-0.022 * scale, 0.0065 * scale, -0.08 * height, 0),
                Wave.of(0, 0.0105 * scale, height, 0),
                Wave.of(0.024 * scale, 0.0085 * scale, -0.18 * height, 0),
                Wave.of(-0.012 * scale, 0.009 * scale, 0, 0.25 * v1),
                Wave.of(0.011 * scale, 0.0125 * scale, 0, -v1));
    }

    /** No septal q, broad notched R in MLII; deep broad S in V1. */
    static List<Wave> leftBlockQrs(double scale, double height, double v1) {
        return List.of(
                Wave.of(-0.004 * scale, 0.018 * scale, 0.85 * height, 0),
                Wave.of(0.038 * scale, 0.022 * scale, 0.6 * height, 0),
                Wave.of(-0.025 * scale, 0.008 * scale, 0, 0.1 * v1),
                Wave.of(0.020 * scale, 0.026 * scale, 0, -1.5 * v1));
    }

    /** Normal first half, then a slurred S in MLII and a second R in V1. */
    static List<Wave> rightBlockQrs(double scale, double height, double v1) {
        return List.of(
                Wave.of(-0.022 * scale, 0.0065 * scale, -0.08 * height, 0),
                Wave.of(0, 0.0115 * scale, height, 0),
                Wave.of(0.05 * scale, 0.021 * scale, -0.32 * height, 0),
                Wave.of(-0.012 * scale, 0.009 * scale, 0, 0.25 * v1),
                Wave.of(0.012 * scale, 0.010 * scale, 0, -0.5 * v1),
                Wave.of(0.056 * scale, 0.019 * scale, 0, 0.9 * v1));
    }

    private List<Wave> repolarisation(double rrSeconds, double share) {
        boolean blocked = profile.conduction() != Conduction.NORMAL;
        double mlii = share * profile.tMillivolts() * random.near(1, BEAT_TO_BEAT);
        double v1 = share * profile.v1TMillivolts();
        if (profile.conduction() == Conduction.LEFT_BUNDLE_BRANCH_BLOCK) {
            mlii = -0.7 * mlii;
            v1 = 0.35 * profile.v1SMillivolts();
        } else if (profile.conduction() == Conduction.RIGHT_BUNDLE_BRANCH_BLOCK) {
            v1 = -Math.abs(v1) - 0.1;
        }
        double widening = blocked ? BLOCK_WIDENING_SECONDS : 0;
        if (detour.isPresent()) {
            mlii = detour.get().tMlii(mlii, profile.qrsMillivolts());
            v1 = detour.get().tV1(v1, profile.v1SMillivolts());
            widening = Math.max(widening, detour.get().widerSeconds());
        }
        return List.of(tWave(qrsOnsetSeconds() + qtSeconds(rrSeconds) + widening, rrSeconds, mlii, v1));
    }

    /** A T wave that ends at {@code endSeconds}: slow climb, quicker fall. */
    static Wave tWave(double endSeconds, double rrSeconds, double mlii, double v1) {
        double stretch = Math.sqrt(Math.max(0.3, Math.min(1.4, rrSeconds)));
        double falling = 0.040 * stretch;
        return new Wave(endSeconds - Wave.VISIBLE_SIGMAS * falling, 0.058 * stretch, falling, mlii, v1);
    }

    /** The waves of {@code first} and of {@code second}, each at its share. */
    static List<Wave> blend(List<Wave> first, double firstShare, List<Wave> second, double secondShare) {
        List<Wave> blended = new ArrayList<>(first.size() + second.size());
        first.forEach(wave -> blended.add(wave.scaled(firstShare)));
        second.forEach(wave -> blended.add(wave.scaled(secondShare)));
        return blended;
    }

    /** P wave, QRS complex and T wave of a conducted beat, apart. */
    List<Wave> conductedP(double rrSeconds) {
        return atrial(rrSeconds, 1);
    }

    List<Wave> conductedQrs(double gain) {
        return qrs(gain);
    }

    List<Wave> conductedT(double rrSeconds) {
        return repolarisation(rrSeconds, 1);
    }
}
