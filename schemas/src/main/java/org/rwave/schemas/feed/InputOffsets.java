package org.rwave.schemas.feed;

/**
 * A stretch of one partition of the waveform topic.
 *
 * @param firstOffset of the first record that may hold evidence, inclusive
 * @param lastOffset of the record that holds the deciding sample, inclusive
 */
public record InputOffsets(String topic, int partition, long firstOffset, long lastOffset) {
    public InputOffsets {
        if (partition < 0 || firstOffset < 0 || lastOffset < firstOffset) {
            throw new IllegalArgumentException("input must be a stretch of one partition, was " + topic + "-"
                    + partition + " offsets " + firstOffset + " to " + lastOffset);
        }
    }
}
