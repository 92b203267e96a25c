package org.rwave.ecg.alarm;

import org.rwave.ecg.signal.SamplingRate;

/**
 * Slower than 40 a minute over 5 consecutive beats (PhysioNet/CinC Challenge 2015), as the mean over their 4 RR intervals.
 * Judged at the R peak, without waiting for its class. An interval that is an asystole is not also a slow rate, so that
 * a few agonal beats do not make two alarms take turns.
 *
 * <p>Ends when the mean has been inside the limit by the hysteresis for 10 s.
 */
final class ExtremeBradycardiaRule {
    static final String VERSION = "extreme-bradycardia-1";

    private final SamplingRate rate;
    private final int beatCount;
    private final double limitPerMinute;
    private final double endPerMinute;
    private final long asystoleMicros;

    ExtremeBradycardiaRule(AlarmSettings settings, SamplingRate rate) {
        this.rate = rate;
        beatCount = settings.count(AlarmThreshold.EXTREME_BRADYCARDIA_BEATS);
        limitPerMinute = settings.get(AlarmThreshold.EXTREME_BRADYCARDIA_BEATS_PER_MINUTE);
        endPerMinute = limitPerMinute + settings.get(AlarmThreshold.RATE_HYSTERESIS_BEATS_PER_MINUTE);
        asystoleMicros = settings.micros(AlarmThreshold.ASYSTOLE_SECONDS);
    }

    Claim judge(RecentPeaks peaks, boolean active) {
        if (peaks.size() < beatCount) {
            return Claim.NOTHING;
        }
        long spanMicros = rate.microsAt(peaks.sampleIndex(0) - peaks.sampleIndex(beatCount - 1));
        double perMinute = 60e6 * (beatCount - 1) / spanMicros;
        if (active) {
            return perMinute >= endPerMinute ? Claim.end("rate " + Claim.perMinute(perMinute)) : Claim.NOTHING;
        }
        return perMinute < limitPerMinute && longestMicros(peaks) < asystoleMicros
                ? Claim.raise(
                        peaks.sampleIndex(beatCount - 1),
                        peaks.latest(beatCount),
                        Claim.perMinute(perMinute) + " over " + beatCount + " beats (limit "
                                + Claim.perMinute(limitPerMinute) + ")",
                        Criterion.below(
                                AlarmThreshold.EXTREME_BRADYCARDIA_BEATS_PER_MINUTE,
                                "mean rate of the last " + beatCount + " beats",
                                perMinute,
                                limitPerMinute),
                        Criterion.fixed(
                                "longest interval of them, no asystole",
                                longestMicros(peaks) / 1e6,
                                Criterion.Comparison.BELOW,
                                asystoleMicros / 1e6,
                                "s"))
                : Claim.NOTHING;
    }

    private long longestMicros(RecentPeaks peaks) {
        long longest = 0;
        for (int back = 0; back < beatCount - 1; back++) {
            longest = Math.max(longest, rate.microsAt(peaks.sampleIndex(back) - peaks.sampleIndex(back + 1)));
        }
        return longest;
    }
}
