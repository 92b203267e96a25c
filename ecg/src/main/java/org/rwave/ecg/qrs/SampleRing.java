package org.rwave.ecg.qrs;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** The last {@link #LENGTH} values of a signal, addressed by sample index; 0 before the first. */
final class SampleRing {
    /** Holds the learning period and what a candidate at its start looks back on. */
    static final int LENGTH = 512;

    private static final int MASK = LENGTH - 1;

    private final int shift;
    private final float[] values = new float[LENGTH];

    /** Keeps every value, or the last of every 2^{@code shift} where the signal is smooth enough. */
    SampleRing(int shift) {
        this.shift = shift;
    }

    void put(long index, double value) {
        values[(int) (index >> shift) & MASK] = (float) value;
    }

    /** The value at {@code index}, which must be less than {@link #LENGTH} samples old. */
    double at(long index) {
        return values[(int) (index >> shift) & MASK];
    }

    /** The greatest value from {@code from} to {@code to}, both included. */
    double greatest(long from, long to) {
        float greatest = 0;
        for (long slot = from >> shift; slot <= to >> shift; slot++) {
            greatest = Math.max(greatest, values[(int) slot & MASK]);
        }
        return greatest;
    }

    void reset() {
        Arrays.fill(values, 0);
    }

    /** Writes the last {@code count} values before {@code end}, or as many as there have been. */
    void save(SnapshotWriter out, long end, int count) {
        for (long slot = Math.max(0, end - count) >> shift; slot <= (end - 1) >> shift; slot++) {
            out.putFloat(values[(int) slot & MASK]);
        }
    }

    void load(SnapshotReader in, long end, int count) {
        reset();
        for (long slot = Math.max(0, end - count) >> shift; slot <= (end - 1) >> shift; slot++) {
            values[(int) slot & MASK] = in.getFloat();
        }
    }
}
