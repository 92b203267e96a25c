package org.rwave.processor;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Remembers which input offset held which sample, so that an alarm can point back at its evidence. At most {@value
 * #CAPACITY} entries: when full, every second one of the older half is forgotten, so that memory grows coarser with age
 * but never ends. What it answers is therefore never later than the true offset.
 */
final class OffsetTrail {
    static final int CAPACITY = 32;

    private final long[] firstSamples = new long[CAPACITY];
    private final long[] offsets = new long[CAPACITY];
    private int size;

    /** The record at {@code offset} begins with {@code firstSample}; both later than all before. */
    void add(long firstSample, long offset) {
        if (size == CAPACITY) {
            thin();
        }
        firstSamples[size] = firstSample;
        offsets[size++] = offset;
    }

    /** Offset of the latest remembered record that begins at or before {@code sample}; else of the oldest one. */
    long offsetAt(long sample) {
        int i = size - 1;
        while (i > 0 && firstSamples[i] > sample) {
            i--;
        }
        return offsets[Math.max(i, 0)];
    }

    private void thin() {
        int kept = 0;
        for (int i = 0; i < CAPACITY; i++) {
            if (i == 0 || i >= CAPACITY / 2 || i % 2 == 0) {
                firstSamples[kept] = firstSamples[i];
                offsets[kept++] = offsets[i];
            }
        }
        size = kept;
    }

    void writeTo(SnapshotWriter out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putLong(firstSamples[i]).putLong(offsets[i]);
        }
    }

    static OffsetTrail readFrom(SnapshotReader in) {
        OffsetTrail trail = new OffsetTrail();
        int size = in.getInt();
        for (int i = 0; i < size; i++) {
            trail.add(in.getLong(), in.getLong());
        }
        return trail;
    }
}
