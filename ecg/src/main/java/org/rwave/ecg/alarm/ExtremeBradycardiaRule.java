package org.rwave.ecg.alarm;

import org.rwave.ecg.signal.SamplingRate;

/**
 * Slower than 40 a minute over 5 consecutive beats (PhysioNet/CinC Challenge 2015), as the mean over their 4 RR intervals.
 * Judged at the R peak, without waiting for its class; and before the fifth, once four are slower than the limit and the
 * time since is so long that the fifth, whenever it comes, makes five of them. An interval that is an asystole is not also a slow rate, so that
 * a few agonal beats do not make two alarms take turns.
 *
 * <p>Ends when the mean has been inside the limit by the hysteresis for 10 s.
 */
final class ExtremeBradycardiaRule {
    static final String VERSION = "extreme-bradycardia-2";

    /** A detector reports an R peak up to 0.6 s late: of the newest 0.6 s its silence says nothing. */
    private static final long DETECTION_MICROS = 600_000;

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
        long longestMicros = longestMicros(peaks, beatCount);
        return perMinute < limitPerMinute && longestMicros < asystoleMicros
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
                        noAsystole(longestMicros))
                : Claim.NOTHING;
    }

    /** No R peak for {@code silentMicros} since the latest of {@code peaks}; the alarm is not active. */
    Claim judgeSilence(RecentPeaks peaks, long silentMicros) {
        int known = beatCount - 1;
        if (peaks.size() < known || silentMicros <= DETECTION_MICROS) {
            return Claim.NOTHING;
        }
        long knownMicros = rate.microsAt(peaks.sampleIndex(0) - peaks.sampleIndex(known - 1));
        double knownPerMinute = 60e6 * (known - 1) / knownMicros;
        double perMinute = 60e6 * known / (knownMicros + silentMicros - DETECTION_MICROS);
        long longestMicros = longestMicros(peaks, known);
        if (!(knownPerMinute < limitPerMinute && perMinute < limitPerMinute && longestMicros < asystoleMicros)) {
            return Claim.NOTHING;
        }
        return Claim.raise(
                peaks.sampleIndex(known - 1),
                peaks.latest(known),
                "below " + Claim.perMinute(limitPerMinute) + " over " + known + " beats, and the next is late",
                Criterion.below(
                        AlarmThreshold.EXTREME_BRADYCARDIA_BEATS_PER_MINUTE,
                        "mean rate of the last " + known + " beats",
                        knownPerMinute,
                        limitPerMinute),
                Criterion.below(
                        AlarmThreshold.EXTREME_BRADYCARDIA_BEATS_PER_MINUTE,
                        "greatest mean rate of these and the next",
                        perMinute,
                        limitPerMinute),
                noAsystole(longestMicros));
    }

    private Criterion noAsystole(long longestMicros) {
        return Criterion.fixed(
                "longest interval of them, no asystole",
                longestMicros / 1e6,
                Criterion.Comparison.BELOW,
                asystoleMicros / 1e6,
                "s");
    }

    private long longestMicros(RecentPeaks peaks, int beats) {
        long longest = 0;
        for (int back = 0; back < beats - 1; back++) {
            longest = Math.max(longest, rate.microsAt(peaks.sampleIndex(back) - peaks.sampleIndex(back + 1)));
        }
        return longest;
    }
}
