package org.rwave.ecg.alarm;

import org.rwave.ecg.rhythm.BeatHistory;

/**
 * Faster than 140 a minute over 17 consecutive beats (PhysioNet/CinC Challenge 2015), as the mean over their 16 RR
 * intervals. Most of the beats must be of good quality: noise is fast. Final beats, not R peaks, because only they know
 * their quality; that costs one short RR.
 *
 * <p>Ends when the mean has been inside the limit by the hysteresis for 10 s.
 */
final class ExtremeTachycardiaRule implements BeatRule {
    /** After a gap, an active alarm is not ended on fewer beats than these. */
    private static final int LEAST_BEATS_TO_END = 5;

    private final int beatCount;
    private final double limitPerMinute;
    private final double endPerMinute;

    ExtremeTachycardiaRule(AlarmSettings settings) {
        beatCount = settings.count(AlarmThreshold.EXTREME_TACHYCARDIA_BEATS);
        limitPerMinute = settings.get(AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE);
        endPerMinute = limitPerMinute - settings.get(AlarmThreshold.RATE_HYSTERESIS_BEATS_PER_MINUTE);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.EXTREME_TACHYCARDIA;
    }

    @Override
    public String version() {
        return "extreme-tachycardia-1";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        int known = Math.min(beats.size(), beatCount);
        if (active) {
            return known >= LEAST_BEATS_TO_END && beats.beatsPerMinute(0, known) <= endPerMinute
                    ? Claim.end("rate " + Claim.perMinute(beats.beatsPerMinute(0, known)))
                    : Claim.NOTHING;
        }
        if (known < beatCount || !beats.mostlyReliable(0, beatCount)) {
            return Claim.NOTHING;
        }
        double perMinute = beats.beatsPerMinute(0, beatCount);
        return perMinute > limitPerMinute
                ? Claim.raise(
                        beats.sampleIndex(beatCount - 1),
                        beats.sampleIndexes(0, beatCount),
                        Claim.perMinute(perMinute) + " over " + beatCount + " beats (limit "
                                + Claim.perMinute(limitPerMinute) + ")",
                        Criterion.above(
                                AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE,
                                "mean rate of the last " + beatCount + " beats",
                                perMinute,
                                limitPerMinute),
                        Criterion.mostlyReliable(beats.reliable(0, beatCount), beatCount))
                : Claim.NOTHING;
    }
}
