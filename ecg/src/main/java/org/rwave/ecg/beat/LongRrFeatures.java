package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * A beat's RR interval against the last two hundred: where premature beats come in long runs, or are more common than
 * those of the sinus node, the last minute holds hardly anything else and only a longer memory knows the sinus rate.
 */
final class LongRrFeatures {
    static final int COUNT = 8;

    private static final int REMEMBERED = 200;
    private static final int FEWEST = 4;

    /** A longer interval is a lost signal rather than a rhythm. */
    private static final double LONGEST_SECONDS = 6;

    /** What comes before this share of the long intervals is early. */
    private static final double EARLY = 0.8;

    private static final int[] MEAN_BEATS = {100, 400};
    private static final double FIRST_MEAN_SECONDS = 0.8;

    private final RunningMedian history = new RunningMedian(REMEMBERED);
    private final double[] means = {FIRST_MEAN_SECONDS, FIRST_MEAN_SECONDS};
    private int seen;

    /** Writes the features of a beat {@code pre} seconds after the one before; all 0 for NaN and for the first beats. */
    void write(float[] into, int at, double pre) {
        if (!isRhythm(pre) || history.count() < FEWEST) {
            java.util.Arrays.fill(into, at, at + COUNT, 0f);
            return;
        }
        double high = history.quantile(0.9, pre);
        double upper = history.quantile(0.75, pre);
        double median = history.quantile(0.5, pre);
        into[at] = LogRatio.of(pre, high);
        into[at + 1] = LogRatio.of(pre, median);
        into[at + 2] = LogRatio.of(pre, upper);
        into[at + 3] = LogRatio.of(high, median);
        into[at + 4] = history.shareBelow(EARLY * high);
        into[at + 5] = LogRatio.of(pre, means[0]);
        into[at + 6] = LogRatio.of(pre, means[1]);
        into[at + 7] = LogRatio.of(upper, history.quantile(0.25, pre));
    }

    /** Remembers the interval {@code pre}, if it is one. */
    void learn(double pre) {
        if (!isRhythm(pre)) {
            return;
        }
        history.add(pre);
        seen = Math.min(seen + 1, MEAN_BEATS[1]);
        for (int i = 0; i < means.length; i++) {
            means[i] += (pre - means[i]) / Math.min(seen, MEAN_BEATS[i]);
        }
    }

    private static boolean isRhythm(double pre) {
        return pre <= LONGEST_SECONDS;
    }

    void save(SnapshotWriter out) {
        history.saveIntervals(out);
        out.putDouble(means[0]).putDouble(means[1]).putInt(seen);
    }

    void load(SnapshotReader in) {
        history.loadIntervals(in);
        means[0] = in.getDouble();
        means[1] = in.getDouble();
        seen = in.getInt();
    }
}
