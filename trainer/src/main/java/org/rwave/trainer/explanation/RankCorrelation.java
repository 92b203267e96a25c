package org.rwave.trainer.explanation;

import java.util.Arrays;

/** Spearman's rank correlation; equal values share the mean of their ranks. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /** Of two lists of equal length; NaN when one of them does not vary. */
    public static double of(double[] one, double[] other) {
        double[] a = ranks(one);
        double[] b = ranks(other);
        double mean = (a.length - 1) / 2.0;
        double both = 0;
        double squaresOfA = 0;
        double squaresOfB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - mean) * (b[i] - mean);
            squaresOfA += (a[i] - mean) * (a[i] - mean);
            squaresOfB += (b[i] - mean) * (b[i] - mean);
        }
        return both / Math.sqrt(squaresOfA * squaresOfB);
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> {
                    long below = Arrays.stream(values).filter(v -> v < value).count();
                    long equal = Arrays.stream(values).filter(v -> v == value).count();
                    return below + (equal - 1) / 2.0;
                })
                .toArray();
    }
}
