package org.rwave.ecg.rhythm;

import java.util.OptionalDouble;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Heart rate by the averaging rule that bedside monitors disclose (Mindray BeneView operator's manual, heart rate
 * averaging, as IEC 60601-2-27 requires): the mean of the last 12 RR intervals without the longest and the shortest; when
 * each of the last three is longer than 1200 ms, the mean of the last four, so that a slow rate shows soon.
 *
 * <p>Before 12 intervals are known the same rule holds for those there are, at least {@value #LEAST}. Intervals from
 * before a gap stay in the mean, unless the gap leaves more than 10 s between beats.
 */
final class HeartRate {
    private static final int AVERAGED = 12;
    private static final int SLOW_AVERAGED = 4;
    private static final int SLOW_IN_A_ROW = 3;
    private static final long SLOW_MICROS = 1_200_000;
    private static final long STALE_MICROS = 10_000_000;
    /** Fewer intervals give no rate. */
    static final int LEAST = 2;
    /** Longest and shortest are left out from this many on. */
    private static final int TRIMMED_FROM = 4;

    private final SamplingRate rate;
    private final long[] rrSamples = new long[AVERAGED];
    private int size;
    private boolean hasBeat;
    private boolean afterGap;
    private long latestBeat;

    HeartRate(SamplingRate rate) {
        this.rate = rate;
    }

    void beat(long sampleIndex) {
        if (hasBeat) {
            long rr = sampleIndex - latestBeat;
            if (!afterGap) {
                put(rr);
            } else if (rate.microsAt(rr) > STALE_MICROS) {
                size = 0;
            }
        }
        hasBeat = true;
        afterGap = false;
        latestBeat = sampleIndex;
    }

    private void put(long rr) {
        System.arraycopy(rrSamples, 0, rrSamples, 1, AVERAGED - 1);
        rrSamples[0] = rr;
        size = Math.min(size + 1, AVERAGED);
    }

    /** The next beat has no RR interval to the last one. */
    void gap() {
        afterGap = true;
    }

    /** Beats per minute; empty while fewer than {@value #LEAST} intervals are known or the last beat is long ago. */
    OptionalDouble beatsPerMinute(long sampleIndex) {
        if (size < LEAST || rate.microsAt(sampleIndex - latestBeat) > STALE_MICROS) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(60 * rate.hertz() / meanSamples());
    }

    private double meanSamples() {
        if (isSlow()) {
            return sum(Math.min(size, SLOW_AVERAGED)) / (double) Math.min(size, SLOW_AVERAGED);
        }
        if (size < TRIMMED_FROM) {
            return sum(size) / (double) size;
        }
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int i = 0; i < size; i++) {
            shortest = Math.min(shortest, rrSamples[i]);
            longest = Math.max(longest, rrSamples[i]);
        }
        return (sum(size) - shortest - longest) / (double) (size - 2);
    }

    private boolean isSlow() {
        if (size < SLOW_IN_A_ROW) {
            return false;
        }
        for (int i = 0; i < SLOW_IN_A_ROW; i++) {
            if (!(rate.microsAt(rrSamples[i]) > SLOW_MICROS)) {
                return false;
            }
        }
        return true;
    }

    private long sum(int intervals) {
        long sum = 0;
        for (int i = 0; i < intervals; i++) {
            sum += rrSamples[i];
        }
        return sum;
    }

    void save(SnapshotWriter out) {
        out.putByte((hasBeat ? 1 : 0) | (afterGap ? 2 : 0)).putCompactLong(latestBeat);
        out.putByte(size);
        for (int i = 0; i < size; i++) {
            out.putCompactLong(rrSamples[i]);
        }
    }

    void load(SnapshotReader in) {
        int flags = in.getByte();
        hasBeat = (flags & 1) != 0;
        afterGap = (flags & 2) != 0;
        latestBeat = in.getCompactLong();
        size = in.getByte();
        for (int i = 0; i < size; i++) {
            rrSamples[i] = in.getCompactLong();
        }
    }
}
