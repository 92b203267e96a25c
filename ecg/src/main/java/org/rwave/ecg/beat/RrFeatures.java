package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The rhythm around a beat as the classifier sees it: log ratios of RR intervals to what is usual for the patient.
 * "Usual" has three readings, since none alone serves every rhythm: the median (steady rhythm with rare ectopy), the
 * mean of ten (drifting rate) and the 80th percentile (ectopy so common that the median is premature itself).
 */
final class RrFeatures {
    static final int COUNT = 28;

    private static final int REMEMBERED = 60;
    private static final int IRREGULARITY_SPAN = 30;
    private static final double UNKNOWN_SECONDS = 0.8;

    private final RunningMedian history = new RunningMedian(REMEMBERED);

    /** The usual RR interval, seconds; 0.8 before the first. */
    double usualSeconds() {
        return history.quantile(0.5, UNKNOWN_SECONDS);
    }

    /** Log of {@code pre} over the usual interval; 0 when {@code pre} is NaN. */
    double prematurity(double pre) {
        return LogRatio.of(pre, usualSeconds());
    }

    /** The last sixty intervals, seconds. */
    RunningMedian history() {
        return history;
    }

    /** Remembers {@code seconds} as the newest interval. */
    void add(double seconds) {
        history.add(seconds);
    }

    /**
     * Writes the features of a beat.
     *
     * @param pre seconds since the previous beat; NaN after a gap and for the first beat
     * @param post seconds to the next beat, or for how long none has come
     * @param postKnown false when {@code post} is only a lower bound; NaN with false means not looked at
     */
    void write(float[] into, int at, double pre, double post, boolean postKnown) {
        double median = usualSeconds();
        double mean = mean(10, median);
        double high = history.quantile(0.8, median);
        int i = at;
        for (double usual : new double[] {median, mean, high}) {
            into[i++] = LogRatio.of(pre, usual);
            into[i++] = LogRatio.of(post, usual);
        }
        double longMean = mean(REMEMBERED, median);
        into[i++] = LogRatio.of(pre, longMean);
        into[i++] = LogRatio.of(post, longMean);
        into[i++] = LogRatio.of(longMean, median);
        into[i++] = LogRatio.of(history.quantile(0.2, median), median);
        into[i++] = LogRatio.of(post, pre);
        into[i++] = LogRatio.of(pre, recent(0, Double.NaN));
        for (int back = 0; back < 5; back++) {
            into[i++] = LogRatio.of(recent(back, median), median);
        }
        into[i++] = LogRatio.of(mean, median);
        into[i++] = LogRatio.of(high, median);
        into[i++] = LogRatio.of((pre + post) / 2, median);
        i = writeIrregularity(into, i, median);
        into[i++] = LogRatio.of(median, UNKNOWN_SECONDS);
        into[i++] = postKnown ? 1 : 0;
        into[i++] = Double.isNaN(post) ? 0 : 1;
        into[i++] = Double.isNaN(pre) ? 0 : 1;
        into[i] = history.count() / (float) REMEMBERED;
    }

    /** Spread of the last 30 intervals: coefficient of variation, successive differences, share of unlike neighbours. */
    private int writeIrregularity(float[] into, int at, double median) {
        int span = Math.min(IRREGULARITY_SPAN, history.count());
        double mean = mean(span, median);
        double squares = 0;
        double stepSquares = 0;
        int unlike = 0;
        for (int back = 0; back < span; back++) {
            double deviation = history.recent(back) - mean;
            squares += deviation * deviation;
            if (back + 1 < span) {
                double step = history.recent(back) - history.recent(back + 1);
                stepSquares += step * step;
                unlike += Math.abs(step) > 0.125 * mean ? 1 : 0;
            }
        }
        into[at] = span < 2 ? 0 : (float) Math.min(1, Math.sqrt(squares / span) / mean);
        into[at + 1] = span < 2 ? 0 : (float) Math.min(1, Math.sqrt(stepSquares / (span - 1)) / mean);
        into[at + 2] = span < 2 ? 0 : unlike / (float) (span - 1);
        return at + 3;
    }

    private double recent(int back, double otherwise) {
        return back < history.count() ? history.recent(back) : otherwise;
    }

    private double mean(int span, double otherwise) {
        int beats = Math.min(span, history.count());
        double sum = 0;
        for (int back = 0; back < beats; back++) {
            sum += history.recent(back);
        }
        return beats == 0 ? otherwise : sum / beats;
    }

    void save(SnapshotWriter out) {
        history.saveIntervals(out);
    }

    void load(SnapshotReader in) {
        history.loadIntervals(in);
    }
}
