package org.rwave.trainer.report.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * How sure a figure is when other people had been recorded: records, not beats, are drawn with replacement, since the beats
 * of one person are alike (Efron and Tibshirani 1993, percentile interval). The same draws serve every model and every
 * figure; the seed is fixed, so that an interval is reproducible.
 */
public final class RecordBootstrap {
    /** Number of draws. */
    public static final int RESAMPLES = 2000;

    /** Seed of the draws. */
    public static final long SEED = 20_041_104L;

    private static final double TAIL = 0.025;

    private RecordBootstrap() {}

    /**
     * An estimate of every figure.
     *
     * @param models one list per model, each with one entry per record, all in the same order of records
     * @param figures the figures of a list of records; always the same number of them
     * @throws IllegalArgumentException when there is no model, no record, or lists differ in length
     */
    public static <T> List<Estimate> estimate(List<List<T>> models, Function<List<T>, double[]> figures) {
        int records = models.isEmpty() ? 0 : models.get(0).size();
        if (records == 0 || models.stream().anyMatch(model -> model.size() != records)) {
            throw new IllegalArgumentException("need the same records, at least one, of every model, had "
                    + models.stream().map(List::size).toList());
        }
        double[][] byModel = models.stream().map(figures).toArray(double[][]::new);
        double[][] draws = draws(models, records, figures);
        List<Estimate> estimates = new ArrayList<>();
        for (int figure = 0; figure < byModel[0].length; figure++) {
            int column = figure;
            double[] sorted = Arrays.stream(draws)
                    .mapToDouble(draw -> draw[column])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            List<Double> values =
                    Arrays.stream(byModel).map(model -> model[column]).toList();
            estimates.add(new Estimate(
                    mean(values), deviation(values), quantile(sorted, TAIL), quantile(sorted, 1 - TAIL), values));
        }
        return estimates;
    }

    private static <T> double[][] draws(List<List<T>> models, int records, Function<List<T>, double[]> figures) {
        Random random = new Random(SEED);
        double[][] draws = new double[RESAMPLES][];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            int[] chosen = random.ints(records, 0, records).toArray();
            double[][] byModel = models.stream()
                    .map(model -> figures.apply(
                            Arrays.stream(chosen).mapToObj(model::get).toList()))
                    .toArray(double[][]::new);
            draws[draw] = new double[byModel[0].length];
            for (double[] model : byModel) {
                for (int figure = 0; figure < model.length; figure++) {
                    draws[draw][figure] += model[figure] / byModel.length;
                }
            }
        }
        return draws;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Sample standard deviation; NaN for a single value. */
    private static double deviation(List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    }

    /** The value at {@code share} of the way through {@code sorted}, interpolated; NaN when there is none. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
