package org.rwave.ecg.alarm;

import java.util.OptionalDouble;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * A single ventricular beat so early that it falls on the T wave before it: below 100 beats a minute, RR before it less
 * than a third of the mean and RR after it at least 1.25 of the mean (Edan and Philips ST/AR, operator's manuals). Known
 * with the beat after. The mean is that of up to eight RR between N beats before it. All three beats in good quality.
 */
final class ROnTRule implements BeatRule {
    private static final int AVERAGED_INTERVALS = 8;
    private static final long LEAST_MEAN_RR_MICROS = 600_000;

    private final double couplingFraction;
    private final double compensationFraction;

    ROnTRule(AlarmSettings settings) {
        couplingFraction = settings.get(AlarmThreshold.R_ON_T_COUPLING_FRACTION);
        compensationFraction = settings.get(AlarmThreshold.R_ON_T_COMPENSATION_FRACTION);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.R_ON_T;
    }

    @Override
    public String version() {
        return "r-on-t-1";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        boolean isSingle = beats.size() >= 3
                && beats.beatClass(1) == BeatClass.V
                && !beats.isVentricular(0)
                && !beats.isVentricular(2)
                && beats.allReliable(0, 3);
        if (!isSingle) {
            return Claim.NOTHING;
        }
        OptionalDouble meanRr = beats.meanNormalRrMicros(2, AVERAGED_INTERVALS);
        double mean = meanRr.orElse(0);
        boolean isOnT = mean > LEAST_MEAN_RR_MICROS
                && beats.rrMicros(1) < couplingFraction * mean
                && beats.rrMicros(0) >= compensationFraction * mean;
        return isOnT
                ? Claim.raise(
                        beats.sampleIndex(1),
                        beats.sampleIndexes(0, 3),
                        "ventricular beat " + Math.round(beats.rrMicros(1) / 1e3)
                                + " ms after the beat before, mean RR " + Math.round(mean / 1e3) + " ms",
                        Criterion.below(
                                AlarmThreshold.R_ON_T_COUPLING_FRACTION,
                                "RR before the beat, of the mean RR",
                                beats.rrMicros(1) / mean,
                                couplingFraction),
                        Criterion.atLeast(
                                AlarmThreshold.R_ON_T_COMPENSATION_FRACTION,
                                "RR after the beat, of the mean RR",
                                beats.rrMicros(0) / mean,
                                compensationFraction),
                        Criterion.fixed(
                                "mean RR between N beats",
                                mean / 1e6,
                                Criterion.Comparison.ABOVE,
                                LEAST_MEAN_RR_MICROS / 1e6,
                                "s"),
                        Criterion.allReliable(3))
                : Claim.NOTHING;
    }
}
