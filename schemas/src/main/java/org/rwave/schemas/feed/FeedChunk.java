package org.rwave.schemas.feed;

import java.time.Instant;
import org.rwave.ecg.signal.WaveformChunk;

/** A waveform chunk as it travels: the value of {@code ecg.waveform.v1}. */
public record FeedChunk(FeedId feed, WaveformChunk chunk) {
    /** Most leads in one chunk. */
    public static final int MAX_LEADS = 64;

    /** Highest first sample: 300 years at 100 kHz, far from where index arithmetic could overflow. */
    public static final long MAX_SAMPLE_INDEX = 1_000_000_000_000_000L;

    private static final long MAX_EPOCH_MICROS =
            Instant.parse("9999-12-31T00:00:00Z").getEpochSecond() * 1_000_000;

    public FeedChunk {
        if (chunk.leads().size() > MAX_LEADS) {
            throw new IllegalArgumentException("leads must be 1 to " + MAX_LEADS + ", were "
                    + chunk.leads().size());
        }
        if (chunk.firstSampleIndex() > MAX_SAMPLE_INDEX) {
            throw new IllegalArgumentException(
                    "firstSampleIndex must be at most " + MAX_SAMPLE_INDEX + ", was " + chunk.firstSampleIndex());
        }
        long startEpochMicros = chunk.startEpochMicros();
        if (startEpochMicros < 0 || startEpochMicros > MAX_EPOCH_MICROS) {
            throw new IllegalArgumentException(
                    "startTime must be between 1970 and 9999, was " + startEpochMicros + " us since the epoch");
        }
    }

    /** The Kafka record timestamp: instant of the last sample, milliseconds since the epoch. */
    public long recordTimestamp() {
        return Math.floorDiv(chunk.lastSampleEpochMicros(), 1000);
    }
}
