package org.rwave.ecg.alarm;

import org.rwave.ecg.rhythm.BeatHistory;

/**
 * At least five consecutive ventricular beats at 100 a minute or more (PhysioNet/CinC Challenge 2015: "5 or more
 * ventricular beats with heart rate higher than 100 bpm"; Philips ST/AR: run of at least 5). The rate is that of the last
 * five beats of the run, without the coupling interval.
 *
 * <p>Fusion beats count towards the run (ANSI/AAMI EC57:2012), but one of the five must be a V. Most of the five must be
 * of good quality and half of them alike: artefacts look ventricular, and noise is the usual cause of false alarms of this
 * kind ({@link TachycardiaEvidence}). Twice as many, all in good signal, need not be alike (polymorphic tachycardia).
 *
 * <p>At 200 a minute and more the class is not asked for: waves run into each other, and the classifier calls them N (VFDB
 * 421). Six beats of good quality, none more than 0.35 s apart, are enough. Implanted defibrillators treat from 200 a
 * minute without looking at the shape, too (MADIT-RIT, Moss et al., N Engl J Med 2012). The price: a supraventricular
 * tachycardia that fast is called ventricular.
 *
 * <p>{@link BegunTachycardia} raises the same alarm one beat earlier.
 *
 * <p>It ends with three consecutive beats that are not ventricular, so that a single captured or misread beat does not
 * split it into two alarms, or when the run slows below the rate by the hysteresis.
 */
final class VentricularTachycardiaRule implements BeatRule {
    /** Six beats, one more than of known class, since noise is fast, too. */
    private static final int VERY_FAST_BEATS = 6;

    private static final double VERY_FAST_PER_MINUTE = 200;
    private static final long VERY_FAST_LONGEST_RR_MICROS = 350_000;

    private final int leastBeats;
    private final double leastPerMinute;
    private final double endPerMinute;
    private final int endBeats;

    VentricularTachycardiaRule(AlarmSettings settings) {
        leastBeats = settings.count(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS);
        leastPerMinute = settings.get(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE);
        endPerMinute = leastPerMinute - settings.get(AlarmThreshold.RATE_HYSTERESIS_BEATS_PER_MINUTE);
        endBeats = settings.count(AlarmThreshold.VENTRICULAR_TACHYCARDIA_END_BEATS);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.VENTRICULAR_TACHYCARDIA;
    }

    @Override
    public String version() {
        return "ventricular-tachycardia-4";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        int run = beats.ventricularRun(0);
        if (run >= leastBeats) {
            TachycardiaEvidence evidence = TachycardiaEvidence.of(beats, leastBeats);
            if (evidence.isTachycardia(leastPerMinute)) {
                boolean isNewRun = run == leastBeats;
                return !active || isNewRun ? claim(beats, evidence) : Claim.NOTHING;
            }
            if (!active && run >= 2 * leastBeats) {
                return polymorphic(beats, TachycardiaEvidence.of(beats, 2 * leastBeats));
            }
            boolean hasSlowed = active && evidence.perMinute() < endPerMinute;
            return hasSlowed ? Claim.end("slowed to " + Claim.perMinute(evidence.perMinute())) : Claim.NOTHING;
        }
        if (isVeryFast(beats)) {
            return active ? Claim.NOTHING : claimVeryFast(beats);
        }
        return active && hasEnded(beats) ? Claim.end(endBeats + " beats that are not ventricular") : Claim.NOTHING;
    }

    private static boolean isVeryFast(BeatHistory beats) {
        if (beats.size() < VERY_FAST_BEATS) {
            return false;
        }
        for (int back = 0; back < VERY_FAST_BEATS - 1; back++) {
            if (beats.rrMicros(back) > VERY_FAST_LONGEST_RR_MICROS) {
                return false;
            }
        }
        return beats.beatsPerMinute(0, VERY_FAST_BEATS) >= VERY_FAST_PER_MINUTE
                && beats.allReliable(0, VERY_FAST_BEATS);
    }

    private static Claim claimVeryFast(BeatHistory beats) {
        double perMinute = beats.beatsPerMinute(0, VERY_FAST_BEATS);
        return Claim.raise(
                beats.sampleIndex(VERY_FAST_BEATS - 1),
                beats.sampleIndexes(0, VERY_FAST_BEATS),
                VERY_FAST_BEATS + " beats at " + Claim.perMinute(perMinute) + ", too fast to be conducted (limit "
                        + Claim.perMinute(VERY_FAST_PER_MINUTE) + ")",
                Criterion.fixed(
                        "mean rate of the last " + VERY_FAST_BEATS + ", whatever their class",
                        perMinute,
                        Criterion.Comparison.AT_LEAST,
                        VERY_FAST_PER_MINUTE,
                        "/min"),
                Criterion.allReliable(VERY_FAST_BEATS));
    }

    private Claim claim(BeatHistory beats, TachycardiaEvidence evidence) {
        Criterion inARow = Criterion.atLeast(
                AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS,
                "ventricular beats in a row",
                beats.ventricularRun(0),
                leastBeats);
        return Claim.raise(
                beats.sampleIndex(leastBeats - 1),
                beats.sampleIndexes(0, leastBeats),
                leastBeats + " ventricular beats at " + Claim.perMinute(evidence.perMinute()) + " (limit "
                        + Claim.perMinute(leastPerMinute) + ")",
                evidence.criteria(leastPerMinute, inARow));
    }

    private Claim polymorphic(BeatHistory beats, TachycardiaEvidence evidence) {
        if (!evidence.isPolymorphicTachycardia(leastPerMinute)) {
            return Claim.NOTHING;
        }
        int counted = evidence.beats();
        Criterion inARow = Criterion.fixed(
                "ventricular beats in a row, whatever their form",
                beats.ventricularRun(0),
                Criterion.Comparison.AT_LEAST,
                counted,
                "");
        return Claim.raise(
                beats.sampleIndex(counted - 1),
                beats.sampleIndexes(0, counted),
                counted + " ventricular beats of several forms at " + Claim.perMinute(evidence.perMinute()) + " (limit "
                        + Claim.perMinute(leastPerMinute) + ")",
                evidence.polymorphicCriteria(leastPerMinute, inARow));
    }

    private boolean hasEnded(BeatHistory beats) {
        if (beats.size() < endBeats) {
            return false;
        }
        for (int back = 0; back < endBeats; back++) {
            if (beats.isVentricular(back)) {
                return false;
            }
        }
        return true;
    }
}
