package org.rwave.ecg.alarm;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** The last {@value #CAPACITY} R peaks without a gap between them, before their class is known. */
final class RecentPeaks {
    static final int CAPACITY = 10;

    private final long[] sampleIndexes = new long[CAPACITY];
    private int size;

    /**
     * Takes the next R peak.
     *
     * @throws IllegalArgumentException when it is not after the previous one
     */
    void add(long sampleIndex) {
        if (size > 0 && sampleIndex <= sampleIndex(0)) {
            throw new IllegalArgumentException("R peaks must ascend, was " + sampleIndex + " after " + sampleIndex(0));
        }
        if (size == CAPACITY) {
            System.arraycopy(sampleIndexes, 1, sampleIndexes, 0, CAPACITY - 1);
            size--;
        }
        sampleIndexes[size++] = sampleIndex;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Position of the peak {@code back} before the latest. */
    long sampleIndex(int back) {
        return sampleIndexes[size - 1 - back];
    }

    /** Positions of the latest {@code peaks} peaks, oldest first. */
    List<Long> latest(int peaks) {
        List<Long> positions = new ArrayList<>(peaks);
        for (int back = peaks - 1; back >= 0; back--) {
            positions.add(sampleIndex(back));
        }
        return positions;
    }

    void save(SnapshotWriter out) {
        out.putByte(size);
        long previous = 0;
        for (int i = 0; i < size; i++) {
            out.putCompactLong(sampleIndexes[i] - previous);
            previous = sampleIndexes[i];
        }
    }

    void load(SnapshotReader in) {
        size = in.getByte();
        long position = 0;
        for (int i = 0; i < size; i++) {
            position += in.getCompactLong();
            sampleIndexes[i] = position;
        }
    }
}
