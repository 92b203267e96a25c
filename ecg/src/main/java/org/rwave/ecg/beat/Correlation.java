package org.rwave.ecg.beat;

/** Pearson's correlation coefficient. */
final class Correlation {
    private Correlation() {}

    /** Of {@code a} and {@code b} over [{@code from}, {@code to}); 0 when either is constant. */
    static double of(double[] a, short[] b, int from, int to) {
        return of(a, from, b, from, to - from);
    }

    /** Of {@code length} values of {@code a} from {@code fromA} on and of {@code b} from {@code fromB} on. */
    static double of(double[] a, int fromA, short[] b, int fromB, int length) {
        double sumA = 0;
        double sumB = 0;
        for (int i = 0; i < length; i++) {
            sumA += a[fromA + i];
            sumB += b[fromB + i];
        }
        double meanA = sumA / length;
        double meanB = sumB / length;
        double products = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < length; i++) {
            double deviationA = a[fromA + i] - meanA;
            double deviationB = b[fromB + i] - meanB;
            products += deviationA * deviationB;
            squaresA += deviationA * deviationA;
            squaresB += deviationB * deviationB;
        }
        double norm = Math.sqrt(squaresA * squaresB);
        return norm > 0 ? products / norm : 0;
    }
}
