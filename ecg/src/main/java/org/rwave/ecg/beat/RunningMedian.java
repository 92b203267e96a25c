package org.rwave.ecg.beat;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** The last values of a quantity, and order statistics over them: a new value is moved into its place among the sorted. */
final class RunningMedian {
    private final float[] values;
    private final float[] sorted;
    private int count;
    private int next;

    RunningMedian(int capacity) {
        this.values = new float[capacity];
        this.sorted = new float[capacity];
    }

    void add(double value) {
        if (count == values.length) {
            int oldest = Arrays.binarySearch(sorted, 0, count, values[next]);
            count--;
            System.arraycopy(sorted, oldest + 1, sorted, oldest, count - oldest);
        }
        values[next] = (float) value;
        int found = Arrays.binarySearch(sorted, 0, count, values[next]);
        int at = found >= 0 ? found : -found - 1;
        System.arraycopy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = values[next];
        next = next + 1 == values.length ? 0 : next + 1;
        count++;
    }

    int count() {
        return count;
    }

    /** The value {@code back} places before the newest, 0 being the newest; {@code back} below {@link #count}. */
    double recent(int back) {
        int at = next - 1 - back;
        return values[at < 0 ? at + values.length : at];
    }

    /** The value below which {@code fraction} of the values lie, or {@code otherwise} when there is none yet. */
    double quantile(double fraction, double otherwise) {
        return count == 0 ? otherwise : sorted[(int) (fraction * (count - 1) + 0.5)];
    }

    /** The share of the values that are below {@code value}; 0 when there is none. */
    float shareBelow(double value) {
        int below = 0;
        int above = count;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (sorted[middle] < value) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return count == 0 ? 0 : below / (float) count;
    }

    void save(SnapshotWriter out) {
        out.putInt(count).putInt(next);
        for (int i = 0; i < count; i++) {
            out.putFloat(values[i]);
        }
    }

    void load(SnapshotReader in) {
        count = in.getInt();
        next = in.getInt();
        for (int i = 0; i < count; i++) {
            values[i] = in.getFloat();
        }
        sort();
    }

    /** As {@link #save}, in a quarter of the space, for intervals in seconds that are whole numbers of conditioned samples. */
    void saveIntervals(SnapshotWriter out) {
        out.putInt(count).putInt(next);
        long previous = 0;
        for (int i = 0; i < count; i++) {
            long samples = Math.round(values[i] * (double) Preprocessing.HERTZ);
            out.putCompactLong(samples - previous);
            previous = samples;
        }
    }

    /** Continues from what {@link #saveIntervals} wrote. */
    void loadIntervals(SnapshotReader in) {
        count = in.getInt();
        next = in.getInt();
        long samples = 0;
        for (int i = 0; i < count; i++) {
            samples += in.getCompactLong();
            values[i] = (float) (samples / (double) Preprocessing.HERTZ);
        }
        sort();
    }

    private void sort() {
        System.arraycopy(values, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
    }
}
