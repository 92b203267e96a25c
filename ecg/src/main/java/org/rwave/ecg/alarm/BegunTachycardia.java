package org.rwave.ecg.alarm;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * {@link VentricularTachycardiaRule} one beat earlier. The class of the beat that completes the run is final when the next
 * one is known, an RR interval later. When all before it are ventricular and fast enough with it, and its QRS complex is
 * that of one of the last two of them, it is counted as ventricular at once. Should its class turn out to be another, the alarm ends
 * there ({@link #refuted}).
 *
 * <p>Holds thresholds alone. An alarm that begins with the first beat of a run whose last beat is not ventricular can have
 * been raised by nothing else, so its refutation needs no memory.
 */
final class BegunTachycardia {
    /** Of 0.8 and 0.9: at 0.8 one more false alarm over VFDB (424, 16:39), no episode more. */
    private static final double LEAST_LIKENESS = 0.9;

    private final int leastBeats;
    private final double leastPerMinute;

    BegunTachycardia(AlarmSettings settings) {
        leastBeats = settings.count(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS);
        leastPerMinute = settings.get(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE);
    }

    /** {@code next} follows the latest of {@code beats}; no tachycardia is active. */
    Claim judge(BeatHistory beats, LikeBeat next) {
        int before = leastBeats - 1;
        if (beats.ventricularRun(0) < before || !(next.likeness() >= LEAST_LIKENESS)) {
            return Claim.NOTHING;
        }
        TachycardiaEvidence evidence = with(next, beats);
        if (!evidence.isTachycardia(leastPerMinute)) {
            return Claim.NOTHING;
        }
        List<Long> counted = new ArrayList<>(beats.sampleIndexes(0, before));
        counted.add(next.sampleIndex());
        Criterion inARow = Criterion.atLeast(
                AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS,
                "ventricular beats in a row, the last of them provisional",
                beats.ventricularRun(0) + 1,
                leastBeats);
        Criterion likeness = Criterion.fixed(
                "likeness of the last QRS to one of the two before",
                next.likeness(),
                Criterion.Comparison.AT_LEAST,
                LEAST_LIKENESS,
                "");
        return Claim.raise(
                beats.sampleIndex(before - 1),
                counted,
                leastBeats + " ventricular beats at " + Claim.perMinute(evidence.perMinute())
                        + ", the last by its form (limit " + Claim.perMinute(leastPerMinute) + ")",
                evidence.criteria(leastPerMinute, inARow, likeness));
    }

    private TachycardiaEvidence with(LikeBeat next, BeatHistory beats) {
        int before = leastBeats - 1;
        return new TachycardiaEvidence(
                leastBeats,
                beats.beatsPerMinuteUntil(next.sampleIndex(), leastBeats),
                beats.count(BeatClass.V, 0, before),
                beats.reliable(0, before) + (next.lowQuality() ? 0 : 1),
                beats.alike(0, before) + 1);
    }

    /** Whether the alarm that began at {@code onset} counted the latest of {@code beats} before its class, and wrongly. */
    boolean isRefuted(BeatHistory beats, long onset) {
        return beats.size() >= leastBeats && beats.sampleIndex(leastBeats - 1) == onset && !beats.isVentricular(0);
    }

    Claim refuted(BeatHistory beats) {
        return Claim.end("beat " + leastBeats + " is " + beats.beatClass(0) + " after all");
    }
}
