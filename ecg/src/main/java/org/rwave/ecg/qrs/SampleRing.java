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

    /** Puts {@code count} values, {@code from[first]} in front, at {@code index} and behind it. */
    void put(long index, double[] from, int first, int count) {
        for (int i = 0; i < count; i++) {
            values[(int) ((index + i) >> shift) & MASK] = (float) from[first + i];
        }
    }

    /** Copies the {@code count} kept values from that of {@code index} on to the front of {@code into}. */
    void read(long index, int count, double[] into) {
        int slot = (int) (index >> shift);
        for (int i = 0; i < count; i++) {
            into[i] = values[(slot + i) & MASK];
        }
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

    /**
     * Writes the values from {@code from} on up to {@code end}, or as many as there have been: the bits of each as their
     * difference from the one before, mostly three bytes.
     */
    void save(SnapshotWriter out, long from, long end) {
        int previous = 0;
        for (long slot = firstSlot(from, end); slot <= (end - 1) >> shift; slot++) {
            int bits = Float.floatToRawIntBits(values[(int) slot & MASK]);
            out.putCompactLong((long) bits - previous);
            previous = bits;
        }
    }

    private long firstSlot(long from, long end) {
        return Math.max(0, Math.max(from, end - LENGTH)) >> shift;
    }

    void load(SnapshotReader in, long from, long end) {
        reset();
        int previous = 0;
        for (long slot = firstSlot(from, end); slot <= (end - 1) >> shift; slot++) {
            previous += (int) in.getCompactLong();
            values[(int) slot & MASK] = Float.intBitsToFloat(previous);
        }
    }
}
