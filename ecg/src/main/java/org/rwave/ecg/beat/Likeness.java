package org.rwave.ecg.beat;

/**
 * How alike two QRS complexes are in form and size: twice the sum of products over the sum of squares, each lead less its
 * mean and both leads laid end to end, at the best shift within 22 ms (the concordance coefficient of Lin, Biometrics 1989,
 * without its term for the means). Equal forms of half the size make 0.8, of 70 % 0.94.
 */
final class Likeness {
    private static final int REACH = 4;
    private static final int FROM = Segment.QRS.from() - Preprocessing.SAMPLES_BEFORE_R;
    private static final int LENGTH = Segment.QRS.length();

    private Likeness() {}

    /** Of the complexes around {@code fiducial} and {@code other}, over the leads that {@code usable} says. */
    static double of(ConditionedHistory history, long fiducial, long other, boolean[] usable) {
        double best = -1;
        for (int shift = -REACH; shift <= REACH; shift++) {
            best = Math.max(best, at(history, fiducial + FROM, other + FROM + shift, usable));
        }
        return best;
    }

    private static double at(ConditionedHistory history, long first, long otherFirst, boolean[] usable) {
        double products = 0;
        double squares = 0;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (usable[lead]) {
                double sum = 0;
                double otherSum = 0;
                for (int i = 0; i < LENGTH; i++) {
                    double value = history.at(lead, first + i);
                    double otherValue = history.at(lead, otherFirst + i);
                    sum += value;
                    otherSum += otherValue;
                    products += value * otherValue;
                    squares += value * value + otherValue * otherValue;
                }
                products -= sum * otherSum / LENGTH;
                squares -= (sum * sum + otherSum * otherSum) / LENGTH;
            }
        }
        return squares > 0 ? 2 * products / squares : 0;
    }
}
