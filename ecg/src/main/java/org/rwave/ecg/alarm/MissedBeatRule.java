package org.rwave.ecg.alarm;

import java.util.OptionalDouble;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * One beat has been dropped: after three N beats an RR that is longer than 1.5 times the one before it, and longer
 * than 1.75 times the mean (at 100 a minute and above: than 1 s), while the next is below 1.5 times the mean, which tells
 * it from a slowing rate (Edan, Mindray operator's manuals). Known with the beat after next. The mean is that of
 * three to eight RR between N beats before it. The five beats are of class N and in good quality.
 */
final class MissedBeatRule implements BeatRule {
    private static final int AVERAGED_INTERVALS = 8;
    /** Three before the interval, two after. */
    private static final int BEATS = 5;

    private static final double LONGER_THAN_PREVIOUS = 1.5;
    private static final double NEXT_BELOW = 1.5;
    private static final long FAST_MEAN_RR_MICROS = 600_000;
    private static final long FAST_LEAST_MICROS = 1_000_000;

    private final double fractionOfMean;

    MissedBeatRule(AlarmSettings settings) {
        fractionOfMean = settings.get(AlarmThreshold.MISSED_BEAT_FRACTION);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.MISSED_BEAT;
    }

    @Override
    public String version() {
        return "missed-beat-1";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        boolean isNormal =
                beats.size() >= BEATS && beats.count(BeatClass.N, 0, BEATS) == BEATS && beats.allReliable(0, BEATS);
        OptionalDouble meanRr = isNormal ? beats.meanNormalRrMicros(2, AVERAGED_INTERVALS) : OptionalDouble.empty();
        if (meanRr.isEmpty() || !isMissing(beats, meanRr.getAsDouble())) {
            return Claim.NOTHING;
        }
        return Claim.raise(
                beats.sampleIndex(2),
                beats.sampleIndexes(0, BEATS),
                "RR of " + Math.round(beats.rrMicros(1) / 1e3) + " ms, mean " + Math.round(meanRr.getAsDouble() / 1e3)
                        + " ms",
                longerThanMean(beats.rrMicros(1), meanRr.getAsDouble()),
                Criterion.fixed(
                        "the interval, of the one before it",
                        beats.rrMicros(1) / (double) beats.rrMicros(2),
                        Criterion.Comparison.ABOVE,
                        LONGER_THAN_PREVIOUS,
                        ""),
                Criterion.fixed(
                        "the next interval, of the mean",
                        beats.rrMicros(0) / meanRr.getAsDouble(),
                        Criterion.Comparison.BELOW,
                        NEXT_BELOW,
                        ""),
                Criterion.fixed("of these beats class N and good", BEATS, Criterion.Comparison.AT_LEAST, BEATS, ""));
    }

    private Criterion longerThanMean(long rr, double mean) {
        return mean > FAST_MEAN_RR_MICROS
                ? Criterion.above(
                        AlarmThreshold.MISSED_BEAT_FRACTION,
                        "the interval, of the mean RR between N beats",
                        rr / mean,
                        fractionOfMean)
                : Criterion.fixed("the interval", rr / 1e6, Criterion.Comparison.ABOVE, FAST_LEAST_MICROS / 1e6, "s");
    }

    private boolean isMissing(BeatHistory beats, double mean) {
        long rr = beats.rrMicros(1);
        boolean isLong = mean > FAST_MEAN_RR_MICROS ? rr > fractionOfMean * mean : rr > FAST_LEAST_MICROS;
        return isLong && rr > LONGER_THAN_PREVIOUS * beats.rrMicros(2) && beats.rrMicros(0) < NEXT_BELOW * mean;
    }
}
