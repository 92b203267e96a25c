package org.rwave.ecg.qrs;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** When the last beats were, how high the last one was, and how high what was not a beat tends to be. */
final class BeatHistory {
    /** Before any beat. */
    static final long NEVER = -1000;

    /** Up to half a second after a beat, T waves are what is mistaken for a beat; later, P waves and noise. */
    static final int T_WAVE_ZONE = 90;

    private static final int INTERVALS = 8;
    private static final double FIRST_GUESS_SAMPLES = 150;
    private static final double SHARE = 0.1;
    private static final double LOWEST_NOISE = 0.02;

    private final double[] intervals = new double[INTERVALS];
    private int beats;
    private long last;
    private long beforeLast;
    private double lastPosition;
    private double lastHeight;
    private double tWaveHeight;
    private double noiseHeight;

    /** Derived from the intervals, since they are asked for at every sample. */
    private double typicalInterval;

    private double regularity;

    BeatHistory() {
        reset();
    }

    void beat(Candidate candidate) {
        if (beats > 0) {
            intervals[(beats - 1) % INTERVALS] = candidate.peak - last;
        }
        beats++;
        beforeLast = last;
        last = candidate.peak;
        lastPosition = candidate.position;
        lastHeight = Math.min(2, Math.max(0.5, candidate.height));
        summarise();
    }

    void noBeat(Candidate candidate) {
        double height = Math.min(candidate.height, 1);
        if (candidate.peak - last < T_WAVE_ZONE) {
            tWaveHeight = Math.max(LOWEST_NOISE, tWaveHeight + SHARE * (height - tWaveHeight));
        } else {
            noiseHeight = Math.max(LOWEST_NOISE, noiseHeight + SHARE * (height - noiseHeight));
        }
    }

    boolean hasBeats() {
        return beats > 0;
    }

    /** Energy peak of the last beat. */
    long last() {
        return last;
    }

    double lastPosition() {
        return lastPosition;
    }

    double lastHeight() {
        return lastHeight;
    }

    /** Typical height of what is not a beat, {@code samples} after one. */
    double falseHeight(long samples) {
        return samples < T_WAVE_ZONE ? tWaveHeight : noiseHeight;
    }

    /** Whether sample {@code index} lies within {@code samples} of one of the last two beats. */
    boolean isNearBeat(long index, int samples) {
        return Math.abs(index - last) <= samples || Math.abs(index - beforeLast) <= samples;
    }

    /** Median of the last eight RR intervals, in samples. */
    double typicalInterval() {
        return typicalInterval;
    }

    /** 1 for an even rhythm, 0 when the last eight intervals scatter by half the median or are not yet known. */
    double regularity() {
        return regularity;
    }

    private void summarise() {
        int known = Math.min(Math.max(beats - 1, 0), INTERVALS);
        double[] sorted = Arrays.copyOf(intervals, known);
        Arrays.sort(sorted);
        typicalInterval = known == 0 ? FIRST_GUESS_SAMPLES : sorted[known / 2];
        regularity = known < INTERVALS
                ? 0
                : Math.max(0, 1 - 2 * (sorted[INTERVALS - 2] - sorted[1]) / sorted[INTERVALS / 2]);
    }

    void reset() {
        Arrays.fill(intervals, 0);
        beats = 0;
        last = NEVER;
        beforeLast = NEVER;
        lastPosition = NEVER;
        lastHeight = 1;
        tWaveHeight = 0.3;
        noiseHeight = 0.2;
        summarise();
    }

    void save(SnapshotWriter out) {
        out.putDoubles(intervals)
                .putInt(beats)
                .putLong(last)
                .putLong(beforeLast)
                .putDouble(lastPosition);
        out.putDouble(lastHeight).putDouble(tWaveHeight).putDouble(noiseHeight);
    }

    void load(SnapshotReader in) {
        in.getDoubles(intervals);
        beats = in.getInt();
        last = in.getLong();
        beforeLast = in.getLong();
        lastPosition = in.getDouble();
        lastHeight = in.getDouble();
        tWaveHeight = in.getDouble();
        noiseHeight = in.getDouble();
        summarise();
    }
}
