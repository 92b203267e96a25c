package org.rwave.ecg.beat;

/**
 * Where a beat's RR interval stands among the last sixty, and how these are spread: the rank of an interval says more than
 * its ratio to a mean where every interval differs from the next, as in atrial fibrillation.
 */
final class RrSpreadFeatures {
    static final int COUNT = 8;

    private static final int SHORT_SPAN = 30;
    private static final int FEWEST = 3;

    /** Before this share of the long intervals a beat is early. */
    private static final double EARLY = 0.85;

    /** Upper bounds of the classes of intervals, relative to the median, whose entropy is taken. */
    private static final double[] CLASSES = {
        0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2, 1.3, 1.5, Double.POSITIVE_INFINITY
    };

    private final double[] steps = new double[SHORT_SPAN];
    private final int[] members = new int[CLASSES.length];

    /** Writes the features of a beat whose RR intervals, seconds or NaN, are {@code pre} and {@code post}. */
    void write(float[] into, int at, RunningMedian history, double pre, double post) {
        if (history.count() < FEWEST) {
            java.util.Arrays.fill(into, at, at + COUNT, 0f);
            into[at + 2] = 0.5f;
            into[at + 3] = 0.5f;
            return;
        }
        double high = history.quantile(0.9, pre);
        double median = history.quantile(0.5, pre);
        int span = Math.min(SHORT_SPAN, history.count());
        double mean = mean(history, span);
        into[at] = LogRatio.of(pre, high);
        into[at + 1] = LogRatio.of(post, high);
        into[at + 2] = history.shareBelow(pre);
        into[at + 3] = shareBelow(history, span, pre);
        into[at + 4] = (float) Math.min(1, medianStep(history, span) / mean);
        into[at + 5] = (float) entropy(history, span, median);
        into[at + 6] = (float) memory(history, span, mean);
        into[at + 7] = history.shareBelow(EARLY * high);
    }

    private static double mean(RunningMedian history, int span) {
        double sum = 0;
        for (int back = 0; back < span; back++) {
            sum += history.recent(back);
        }
        return sum / span;
    }

    private static float shareBelow(RunningMedian history, int span, double value) {
        int below = 0;
        for (int back = 0; back < span; back++) {
            below += history.recent(back) < value ? 1 : 0;
        }
        return below / (float) span;
    }

    private double medianStep(RunningMedian history, int span) {
        for (int back = 0; back + 1 < span; back++) {
            steps[back] = Math.abs(history.recent(back) - history.recent(back + 1));
        }
        java.util.Arrays.sort(steps, 0, span - 1);
        return steps[(span - 1) / 2];
    }

    /** Shannon entropy of the classes, natural logarithm: 0 for a clockwork, 2.6 at most. */
    private double entropy(RunningMedian history, int span, double median) {
        java.util.Arrays.fill(members, 0);
        for (int back = 0; back < span; back++) {
            double relative = history.recent(back) / median;
            int i = 0;
            while (relative >= CLASSES[i] && i < CLASSES.length - 1) {
                i++;
            }
            members[i]++;
        }
        double entropy = 0;
        for (int count : members) {
            double share = count / (double) span;
            entropy -= share > 0 ? share * StrictMath.log(share) : 0;
        }
        return entropy;
    }

    /** Correlation of each interval with the next: near 0 in atrial fibrillation, negative in bigeminy. */
    private static double memory(RunningMedian history, int span, double mean) {
        double products = 0;
        double squares = 0;
        for (int back = 0; back < span; back++) {
            double deviation = history.recent(back) - mean;
            squares += deviation * deviation;
            products += back + 1 < span ? deviation * (history.recent(back + 1) - mean) : 0;
        }
        return squares > 0 ? products / squares : 0;
    }
}
