package org.rwave.ecg.score.alarm;

/**
 * A stretch of a malignant rhythm by the reference.
 *
 * @param rhythm what it is
 * @param start first sample
 * @param end sample after the last
 * @param meetsDefinition whether it is long and fast enough for its alarm's own rule; others are neither missed nor found
 */
public record ReferenceEpisode(ScoredRhythm rhythm, long start, long end, boolean meetsDefinition) {
    public ReferenceEpisode {
        if (!(start <= end)) {
            throw new IllegalArgumentException("an episode cannot end before its start: " + end + " before " + start);
        }
    }

    long samples() {
        return end - start;
    }
}
