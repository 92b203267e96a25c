package org.rwave.ecg.alarm;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** The last {@value #CAPACITY} R peaks without a gap between them, before their class is known. */
final class RecentPeaks {
    /** As many as any rule may count. */
    static final int CAPACITY = 30;

    private final long[] sampleIndexes = new long[CAPACITY];
    private final boolean[] lowQuality = new boolean[CAPACITY];
    private int size;

    /**
     * Takes the next R peak.
     *
     * @param isLowQuality no lead is better than noisy there
     * @throws IllegalArgumentException when it is not after the previous one
     */
    void add(long sampleIndex, boolean isLowQuality) {
        if (size > 0 && sampleIndex <= sampleIndex(0)) {
            throw new IllegalArgumentException("R peaks must ascend, was " + sampleIndex + " after " + sampleIndex(0));
        }
        if (size == CAPACITY) {
            System.arraycopy(sampleIndexes, 1, sampleIndexes, 0, CAPACITY - 1);
            System.arraycopy(lowQuality, 1, lowQuality, 0, CAPACITY - 1);
            size--;
        }
        sampleIndexes[size] = sampleIndex;
        lowQuality[size++] = isLowQuality;
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

    /** How many of the latest {@code peaks} peaks are of good quality. */
    int good(int peaks) {
        int good = 0;
        for (int back = 0; back < peaks; back++) {
            good += lowQuality[size - 1 - back] ? 0 : 1;
        }
        return good;
    }

    /** Positions of the latest {@code peaks} peaks, oldest first. */
    List<Long> latest(int peaks) {
        List<Long> positions = new ArrayList<>(peaks);
        for (int back = peaks - 1; back >= 0; back--) {
            positions.add(sampleIndex(back));
        }
        return positions;
    }

    /** Two bytes a peak. */
    void save(SnapshotWriter out) {
        out.putByte(size);
        long previous = 0;
        for (int i = 0; i < size; i++) {
            out.putCompactLong(2 * (sampleIndexes[i] - previous) + (lowQuality[i] ? 1 : 0));
            previous = sampleIndexes[i];
        }
    }

    void load(SnapshotReader in) {
        size = in.getByte();
        long position = 0;
        for (int i = 0; i < size; i++) {
            long step = in.getCompactLong();
            position += step >> 1;
            sampleIndexes[i] = position;
            lowQuality[i] = (step & 1) == 1;
        }
    }
}
