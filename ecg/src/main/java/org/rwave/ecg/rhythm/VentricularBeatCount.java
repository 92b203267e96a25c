package org.rwave.ecg.rhythm;

import java.util.Arrays;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * How many V beats the last 60 s held, exactly. Remembers their positions, at most {@value #MOST}: more than five a second
 * are no heartbeats. A gap does not change it: what was counted was seen.
 */
public final class VentricularBeatCount {
    private static final int MOST = 300;
    private static final long WINDOW_MICROS = 60_000_000;

    private final SamplingRate rate;
    private long[] sampleIndexes = new long[16];
    private int first;
    private int size;

    public VentricularBeatCount(SamplingRate rate) {
        this.rate = rate;
    }

    /** A ventricular beat at {@code sampleIndex}; ascending. */
    public void add(long sampleIndex) {
        forgetBefore(sampleIndex);
        if (size == MOST) {
            first = slot(1);
            size--;
        } else if (size == sampleIndexes.length) {
            grow();
        }
        sampleIndexes[slot(size)] = sampleIndex;
        size++;
    }

    /** V beats in the 60 s up to and with {@code sampleIndex}, the beat exactly 60 s ago excluded. */
    public int countAt(long sampleIndex) {
        forgetBefore(sampleIndex);
        return size;
    }

    /** Position of the oldest beat counted; there must be one. */
    public long oldest() {
        return sampleIndexes[first];
    }

    /** Forgets every beat. */
    public void clear() {
        size = 0;
    }

    private void forgetBefore(long sampleIndex) {
        while (size > 0 && rate.microsAt(sampleIndex - sampleIndexes[first]) >= WINDOW_MICROS) {
            first = slot(1);
            size--;
        }
    }

    private int slot(int position) {
        return (first + position) % sampleIndexes.length;
    }

    private void grow() {
        long[] larger = new long[Math.min(MOST, 2 * sampleIndexes.length)];
        for (int i = 0; i < size; i++) {
            larger[i] = sampleIndexes[slot(i)];
        }
        sampleIndexes = larger;
        first = 0;
    }

    /** Two bytes a counted beat. */
    public void save(SnapshotWriter out) {
        out.putCompactLong(size);
        long previous = 0;
        for (int i = 0; i < size; i++) {
            long position = sampleIndexes[slot(i)];
            out.putCompactLong(position - previous);
            previous = position;
        }
    }

    public void load(SnapshotReader in) {
        size = Math.toIntExact(in.getCompactLong());
        first = 0;
        sampleIndexes = Arrays.copyOf(sampleIndexes, Math.max(16, size));
        long position = 0;
        for (int i = 0; i < size; i++) {
            position += in.getCompactLong();
            sampleIndexes[i] = position;
        }
    }
}
