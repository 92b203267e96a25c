package org.rwave.ecg.alarm;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.rhythm.VentricularBeatCount;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * More than ten V beats within 60 s (Philips "PVCs/min HIGH", Mindray "PVCs/min": 10, adjustable 1 to 30 or more). Beats of
 * low quality do not count, nor those of a ventricular tachycardia or rhythm, which has an alarm of its own. Ends at four fifths of the limit, so that it does not flicker around it.
 */
final class FrequentVentricularBeatsRule {
    static final String VERSION = "frequent-ventricular-beats-1";

    private static final double END_FRACTION = 0.8;

    private final double limitPerMinute;
    private final VentricularBeatCount count;

    FrequentVentricularBeatsRule(AlarmSettings settings, SamplingRate rate) {
        limitPerMinute = settings.get(AlarmThreshold.FREQUENT_VENTRICULAR_BEATS_PER_MINUTE);
        count = new VentricularBeatCount(rate);
    }

    void beat(ClassifiedBeat beat) {
        if (beat.beatClass() == BeatClass.V && !beat.lowQuality()) {
            count.add(beat.sampleIndex());
        }
    }

    Claim judge(long now, boolean active) {
        int perMinute = count.countAt(now);
        if (active) {
            return perMinute <= END_FRACTION * limitPerMinute ? Claim.end(perMinute + " in 60 s") : Claim.NOTHING;
        }
        return perMinute > limitPerMinute
                ? Claim.raise(
                        count.oldest(),
                        List.of(),
                        perMinute + " in 60 s (limit " + Math.round(limitPerMinute) + ")",
                        Criterion.above(
                                AlarmThreshold.FREQUENT_VENTRICULAR_BEATS_PER_MINUTE,
                                "V beats of good quality in 60 s",
                                perMinute,
                                limitPerMinute))
                : Claim.NOTHING;
    }

    void forget() {
        count.clear();
    }

    void save(SnapshotWriter out) {
        count.save(out);
    }

    void load(SnapshotReader in) {
        count.load(in);
    }
}
