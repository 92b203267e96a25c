package org.rwave.ecg.alarm;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * {@link VentricularTachycardiaRule} one beat earlier. The class of the beat that completes the run is final when the next
 * one is known, an RR interval later. When all before it are ventricular and fast enough with it, and its QRS complex is
 * that of the last of them, it is counted as ventricular at once. Should its class turn out to be another, the alarm ends
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
        double perMinute = beats.beatsPerMinuteUntil(next.sampleIndex(), leastBeats);
        int reliable = beats.reliable(0, before) + (next.lowQuality() ? 0 : 1);
        int ofClassV = beats.count(BeatClass.V, 0, before);
        if (!(perMinute >= leastPerMinute) || 2 * reliable <= leastBeats || ofClassV == 0) {
            return Claim.NOTHING;
        }
        List<Long> evidence = new ArrayList<>(beats.sampleIndexes(0, before));
        evidence.add(next.sampleIndex());
        return Claim.raise(
                beats.sampleIndex(before - 1),
                evidence,
                leastBeats + " ventricular beats at " + Claim.perMinute(perMinute) + ", the last by its form (limit "
                        + Claim.perMinute(leastPerMinute) + ")",
                Criterion.atLeast(
                        AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS,
                        "ventricular beats in a row, the last of them provisional",
                        beats.ventricularRun(0) + 1,
                        leastBeats),
                Criterion.fixed(
                        "likeness of the last QRS to the one before",
                        next.likeness(),
                        Criterion.Comparison.AT_LEAST,
                        LEAST_LIKENESS,
                        ""),
                Criterion.atLeast(
                        AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE,
                        "mean rate of the last " + leastBeats,
                        perMinute,
                        leastPerMinute),
                Criterion.oneVentricular(ofClassV),
                Criterion.mostlyReliable(reliable, leastBeats));
    }

    /** Whether the alarm that began at {@code onset} counted the latest of {@code beats} before its class, and wrongly. */
    boolean isRefuted(BeatHistory beats, long onset) {
        return beats.size() >= leastBeats && beats.sampleIndex(leastBeats - 1) == onset && !beats.isVentricular(0);
    }

    Claim refuted(BeatHistory beats) {
        return Claim.end("beat " + leastBeats + " is " + beats.beatClass(0) + " after all");
    }
}
