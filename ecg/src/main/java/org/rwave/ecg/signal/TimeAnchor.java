package org.rwave.ecg.signal;

/**
 * Ties a source's sample count to wall time: the one place where a sample index becomes an instant.
 *
 * @param sampleIndex a sample of the source
 * @param epochMicros its instant, microseconds since the epoch
 * @param rate samples per second
 */
public record TimeAnchor(long sampleIndex, long epochMicros, SamplingRate rate) {
    /** The instant of {@code sample}, microseconds since the epoch, rounded half up. */
    public long epochMicrosAt(long sample) {
        return epochMicros + rate.microsAt(sample - sampleIndex);
    }
}
