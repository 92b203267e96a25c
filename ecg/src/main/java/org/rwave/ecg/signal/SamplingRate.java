package org.rwave.ecg.signal;

import java.time.Duration;

/** Samples per second of one lead. All leads of a chunk share one rate. */
public record SamplingRate(double hertz) {
    public SamplingRate {
        if (!(hertz > 0 && hertz <= 100_000)) {
            throw new IllegalArgumentException("hertz must be in (0, 100000], was " + hertz);
        }
    }

    /** Number of whole samples in {@code span}, rounded half up. */
    public int samplesIn(Duration span) {
        return Math.toIntExact(Math.round(span.toNanos() * hertz / 1e9));
    }

    /** Seconds from the start of the recording to sample {@code sampleIndex}. */
    public double secondsAt(long sampleIndex) {
        return sampleIndex / hertz;
    }

    /** The sample nearest to {@code seconds} after the start of the recording. */
    public long sampleAt(double seconds) {
        return Math.round(seconds * hertz);
    }

    /** Microseconds from the start of the recording to sample {@code sampleIndex}, rounded half up. */
    public long microsAt(long sampleIndex) {
        return Math.round(sampleIndex * (1e6 / hertz));
    }
}
