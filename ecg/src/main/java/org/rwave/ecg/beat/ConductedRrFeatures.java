package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The rhythm of the conducted beats alone: intervals between two beats of the normal shape. Ventricular ectopy with its
 * coupling intervals and pauses makes every measure of regularity look like atrial fibrillation; without it fibrillation
 * shows for what it is.
 */
final class ConductedRrFeatures {
    static final int COUNT = 5;

    /** A QRS complex that correlates with its template at least this much has the normal shape. */
    private static final double NORMAL_SHAPE = 0.9;

    private static final int REMEMBERED = 40;
    private static final int FEWEST = 3;
    private static final int STEPS = 30;

    private final RunningMedian intervals = new RunningMedian(REMEMBERED);
    private final double[] steps = new double[STEPS];

    /** Of the last 64 beats, newest in the lowest bit, those that were not of the normal shape. */
    private long others;

    private int beats;
    private boolean previousIsNormal;

    static boolean isNormalShape(double qrsCorrelation) {
        return qrsCorrelation > NORMAL_SHAPE;
    }

    /** Writes the features; {@code usual} stands in for the conducted interval until enough are known. RR in seconds or NaN. */
    void write(float[] into, int at, double pre, double post, double usual) {
        boolean known = intervals.count() >= FEWEST;
        double median = known ? intervals.quantile(0.5, usual) : usual;
        double high = known ? intervals.quantile(0.8, usual) : usual;
        into[at] = LogRatio.of(pre, median);
        into[at + 1] = LogRatio.of(pre, high);
        into[at + 2] = LogRatio.of(post, median);
        into[at + 3] = known ? (float) Math.min(1, medianStep() / median) : 0;
        into[at + 4] = beats == 0 ? 0 : Long.bitCount(others) / (float) beats;
    }

    private double medianStep() {
        int count = Math.min(STEPS, intervals.count() - 1);
        for (int back = 0; back < count; back++) {
            steps[back] = Math.abs(intervals.recent(back) - intervals.recent(back + 1));
        }
        java.util.Arrays.sort(steps, 0, count);
        return steps[count / 2];
    }

    /** Remembers a beat {@code pre} seconds, or NaN, after the one before. */
    void learn(double pre, boolean isNormal) {
        if (isNormal && previousIsNormal && !Double.isNaN(pre)) {
            intervals.add(pre);
        }
        previousIsNormal = isNormal;
        others = others << 1 | (isNormal ? 0 : 1);
        beats = Math.min(beats + 1, Long.SIZE);
    }

    void save(SnapshotWriter out) {
        intervals.saveIntervals(out);
        out.putLong(others).putByte(beats).putBoolean(previousIsNormal);
    }

    void load(SnapshotReader in) {
        intervals.loadIntervals(in);
        others = in.getLong();
        beats = in.getByte();
        previousIsNormal = in.getBoolean();
    }
}
