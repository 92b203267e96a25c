package org.rwave.trainer.report.evaluation;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;

/**
 * What the model leans on when it says a class: mean change of that class's log-odds when a part is shown instead of
 * hidden.
 *
 * @param classes one entry per class that was said often enough
 */
public record Explanation(List<OfClass> classes) {
    /** How often the weights are shuffled for comparison. */
    public static final int SHUFFLES = 3;

    /**
     * What the model leans on when it says one class.
     *
     * @param beats on how many beats the effects were measured
     * @param parts waves and groups of features, which overlap
     * @param rhythmFeatures each feature of the rhythm alone
     * @param stretches of the waveform, named by the milliseconds of their middle after R
     * @param agreementWithRandomised rank correlation of the effects of {@code parts} with those of the same network with
     *     shuffled weights, mean of {@link #SHUFFLES} shuffles
     */
    public record OfClass(
            BeatClass beatClass,
            long beats,
            List<Effect> parts,
            List<Effect> rhythmFeatures,
            List<Effect> stretches,
            double agreementWithRandomised) {}

    /** Of one part, natural logarithm. */
    public record Effect(String part, double logOdds) {}
}
