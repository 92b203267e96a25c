package org.rwave.trainer.report.figures;

import java.util.List;

/**
 * A figure over several models of one recipe, with its uncertainty.
 *
 * @param mean over the models
 * @param sd sample standard deviation over the models; NaN for one model
 * @param low lower end of the 95 % interval over records
 * @param high upper end of it
 * @param byModel the figure of each model
 */
public record Estimate(double mean, double sd, double low, double high, List<Double> byModel) {
    public Estimate {
        byModel = List.copyOf(byModel);
    }
}
