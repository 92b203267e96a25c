package org.rwave.trainer.report.evaluation;

import java.util.List;
import org.rwave.trainer.report.figures.Abstention;
import org.rwave.trainer.report.figures.Reliability;

/**
 * What probabilities are worth.
 *
 * @param byModel figures of each model as it is served
 * @param withoutTemperature figures of each model with its temperature taken out
 * @param topLabel confidence against accuracy, first model
 * @param ofS probability of S against share of S, first model
 * @param ofV the same of V
 * @param abstention what is gained when the least confident beats are called Q, first model
 */
public record Calibration(
        List<Figures> byModel,
        List<Figures> withoutTemperature,
        List<Reliability.Bin> topLabel,
        List<Reliability.Bin> ofS,
        List<Reliability.Bin> ofV,
        List<Abstention.Point> abstention) {
    /**
     * One model's figures.
     *
     * @param topLabelError expected calibration error of the decision, fifteen bins of equal size
     * @param errorOfS the same of the probability of S
     * @param errorOfV the same of V
     * @param brier squared distance from the truth, summed over classes, mean over beats
     * @param negativeLogLikelihood mean over beats, natural logarithm
     */
    public record Figures(
            double topLabelError, double errorOfS, double errorOfV, double brier, double negativeLogLikelihood) {}
}
