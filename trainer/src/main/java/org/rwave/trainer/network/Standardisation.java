package org.rwave.trainer.network;

import java.util.Collection;

/**
 * Brings every feature to mean 0 and deviation 1 over the training beats and clips it at {@value #CLIP} deviations, so
 * that one broken interval cannot shout down the rest. Part of the network: exported with it.
 */
public final class Standardisation {
    /** Largest standardised value. */
    public static final float CLIP = 5;

    private static final double SMALLEST_DEVIATION = 1e-3;

    private final float[] mean;
    private final float[] factor;

    private Standardisation(float[] mean, float[] factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** With known means and factors (reciprocal deviations). */
    public static Standardisation of(float[] mean, float[] factor) {
        return new Standardisation(mean.clone(), factor.clone());
    }

    /** Fitted to {@code rows} of {@code width} features each; a feature that hardly varies is passed on as it is. */
    public static Standardisation fit(Collection<float[]> rows, int width) {
        double[] sum = new double[width];
        double[] squares = new double[width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                sum[i] += row[i];
                squares[i] += (double) row[i] * row[i];
            }
        }
        float[] mean = new float[width];
        float[] factor = new float[width];
        for (int i = 0; i < width; i++) {
            double average = sum[i] / rows.size();
            double deviation = Math.sqrt(Math.max(0, squares[i] / rows.size() - average * average));
            mean[i] = (float) average;
            factor[i] = (float) (deviation < SMALLEST_DEVIATION ? 1 : 1 / deviation);
        }
        return new Standardisation(mean, factor);
    }

    /** The same with the features in {@code ignored} silenced: always 0. */
    public Standardisation without(Collection<Integer> ignored) {
        float[] silenced = factor.clone();
        ignored.forEach(feature -> silenced[feature] = 0);
        return new Standardisation(mean, silenced);
    }

    /** Standardises {@code width} values of {@code from} into {@code into} at {@code at}. */
    public void apply(float[] from, float[] into, int at) {
        for (int i = 0; i < mean.length; i++) {
            float value = (from[i] - mean[i]) * factor[i];
            into[at + i] = Math.max(-CLIP, Math.min(CLIP, value));
        }
    }

    public int width() {
        return mean.length;
    }

    public float[] mean() {
        return mean.clone();
    }

    public float[] factor() {
        return factor.clone();
    }
}
