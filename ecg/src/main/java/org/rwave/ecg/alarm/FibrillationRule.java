package org.rwave.ecg.alarm;

import java.util.List;
import java.util.Locale;
import org.rwave.ecg.alarm.Criterion.Comparison;
import org.rwave.ecg.fibrillation.FibrillationModel;
import org.rwave.ecg.fibrillation.Oscillation;
import org.rwave.ecg.signal.SamplingRate;

/**
 * A fibrillatory or flutter wave for at least 4 s (PhysioNet/CinC Challenge 2015; Philips "fibrillatory wave for 4 s"), as
 * {@code org.rwave.ecg.fibrillation} sees it in the signal. Needs no beats and no class. Ends when the wave has been
 * another for 2 s.
 */
final class FibrillationRule {
    static final String VERSION = "ventricular-fibrillation-2";
    private static final double WINDOW_SECONDS = 4;

    private final SamplingRate rate;

    FibrillationRule(SamplingRate rate) {
        this.rate = rate;
    }

    /** The wave has been looked at, up to {@code now}. */
    Claim judge(Oscillation wave, long now, boolean active) {
        if (active) {
            return wave.isFibrillation() ? Claim.NOTHING : Claim.end("no fibrillatory wave");
        }
        if (!wave.isFibrillation()) {
            return Claim.NOTHING;
        }
        return Claim.raise(
                Math.max(0, now - rate.sampleAt(WINDOW_SECONDS)),
                List.of(),
                String.format(
                        Locale.ROOT,
                        "a wave without rest at %.1f Hz, %.1f mV high, for 4 s",
                        wave.hertz(),
                        wave.millivolts()),
                Criterion.fixed(
                        "logarithm of the odds of fibrillation",
                        wave.logOdds(),
                        Comparison.AT_LEAST,
                        FibrillationModel.CERTAIN,
                        ""),
                Criterion.fixed(
                        "frequency of the wave",
                        wave.hertz(),
                        Comparison.AT_LEAST,
                        FibrillationModel.LEAST_HERTZ,
                        "Hz"),
                Criterion.fixed(
                        "height of the wave",
                        wave.millivolts(),
                        Comparison.AT_LEAST,
                        FibrillationModel.LEAST_MILLIVOLTS,
                        "mV"));
    }
}
