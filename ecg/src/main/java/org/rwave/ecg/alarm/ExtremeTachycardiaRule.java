package org.rwave.ecg.alarm;

import org.rwave.ecg.signal.SamplingRate;

/**
 * Faster than 140 a minute over 17 consecutive beats (PhysioNet/CinC Challenge 2015), as the mean over their 16 RR
 * intervals. Judged at the R peak, without waiting for its class. Most of the beats must be of good quality: noise is fast.
 *
 * <p>Ends when the mean has been inside the limit by the hysteresis for 10 s.
 */
final class ExtremeTachycardiaRule {
    static final String VERSION = "extreme-tachycardia-2";

    /** After a gap, an active alarm is not ended on fewer beats than these. */
    private static final int LEAST_BEATS_TO_END = 5;

    private final SamplingRate rate;
    private final int beatCount;
    private final double limitPerMinute;
    private final double endPerMinute;

    ExtremeTachycardiaRule(AlarmSettings settings, SamplingRate rate) {
        this.rate = rate;
        beatCount = settings.count(AlarmThreshold.EXTREME_TACHYCARDIA_BEATS);
        limitPerMinute = settings.get(AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE);
        endPerMinute = limitPerMinute - settings.get(AlarmThreshold.RATE_HYSTERESIS_BEATS_PER_MINUTE);
    }

    Claim judge(RecentPeaks peaks, boolean active) {
        int known = Math.min(peaks.size(), beatCount);
        if (active) {
            return known >= LEAST_BEATS_TO_END && perMinute(peaks, known) <= endPerMinute
                    ? Claim.end("rate " + Claim.perMinute(perMinute(peaks, known)))
                    : Claim.NOTHING;
        }
        if (known < beatCount || !(perMinute(peaks, beatCount) > limitPerMinute)) {
            return Claim.NOTHING;
        }
        int good = peaks.good(beatCount);
        return 2 * good > beatCount ? raise(peaks, good) : Claim.NOTHING;
    }

    private Claim raise(RecentPeaks peaks, int good) {
        double perMinute = perMinute(peaks, beatCount);
        return Claim.raise(
                peaks.sampleIndex(beatCount - 1),
                peaks.latest(beatCount),
                Claim.perMinute(perMinute) + " over " + beatCount + " beats (limit " + Claim.perMinute(limitPerMinute)
                        + ")",
                Criterion.above(
                        AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE,
                        "mean rate of the last " + beatCount + " beats",
                        perMinute,
                        limitPerMinute),
                Criterion.mostlyReliable(good, beatCount));
    }

    private double perMinute(RecentPeaks peaks, int beats) {
        return 60e6 * (beats - 1) / rate.microsAt(peaks.sampleIndex(0) - peaks.sampleIndex(beats - 1));
    }
}
