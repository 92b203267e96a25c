package org.rwave.ecg.beat;

/** Pearson's correlation coefficient. */
final class Correlation {
    private Correlation() {}

    /** Of {@code a} and {@code b} over [{@code from}, {@code to}); 0 when either is constant. */
    static double of(double[] a, short[] b, int from, int to) {
        double sumA = 0;
        double sumB = 0;
        for (int i = from; i < to; i++) {
            sumA += a[i];
            sumB += b[i];
        }
        double meanA = sumA / (to - from);
        double meanB = sumB / (to - from);
        double products = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = from; i < to; i++) {
            double deviationA = a[i] - meanA;
            double deviationB = b[i] - meanB;
            products += deviationA * deviationB;
            squaresA += deviationA * deviationA;
            squaresB += deviationB * deviationB;
        }
        double norm = Math.sqrt(squaresA * squaresB);
        return norm > 0 ? products / norm : 0;
    }
}
