package org.rwave.ecg.qrs;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Peaks of energy that wait to be examined, oldest first. They lie at least {@link PeakPicker#DOMINANCE} samples apart, so
 * the learning period holds the most.
 */
final class PendingPeaks {
    private static final int MOST = 16;

    private final long[] peaks = new long[MOST];
    private int first;
    private int size;

    void add(long peak) {
        if (size == MOST) {
            throw new IllegalStateException("more than " + MOST + " peaks wait at sample " + peak);
        }
        peaks[(first + size++) % MOST] = peak;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The oldest; there must be one. */
    long peek() {
        return peaks[first];
    }

    /** The oldest, taken out; there must be one. */
    long remove() {
        long oldest = peaks[first];
        first = (first + 1) % MOST;
        size--;
        return oldest;
    }

    void clear() {
        size = 0;
    }

    void save(SnapshotWriter out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putLong(peaks[(first + i) % MOST]);
        }
    }

    void load(SnapshotReader in) {
        clear();
        for (int left = in.getInt(); left > 0; left--) {
            add(in.getLong());
        }
    }
}
