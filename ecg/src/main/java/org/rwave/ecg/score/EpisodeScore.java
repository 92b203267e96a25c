package org.rwave.ecg.score;

import org.rwave.ecg.signal.SamplingRate;

/**
 * Outcome of an episode-by-episode comparison of one record.
 *
 * @param sensitivity reference episodes that overlap a test episode, of all
 * @param positivePredictivity test episodes that overlap a reference episode, of all
 * @param overlapSamples time in episodes of both
 * @param referenceSamples time in reference episodes
 * @param testSamples time in test episodes, less what reference atrial flutter excludes
 * @param rate of the samples
 */
public record EpisodeScore(
        Ratio sensitivity,
        Ratio positivePredictivity,
        long overlapSamples,
        long referenceSamples,
        long testSamples,
        SamplingRate rate) {
    /** Of the time in reference episodes, that in test episodes too. */
    public Ratio durationSensitivity() {
        return new Ratio(overlapSamples, referenceSamples);
    }

    /** Of the time in test episodes, that in reference episodes too. */
    public Ratio durationPositivePredictivity() {
        return new Ratio(overlapSamples, testSamples);
    }

    public long overlapMillis() {
        return millis(overlapSamples);
    }

    public long referenceMillis() {
        return millis(referenceSamples);
    }

    public long testMillis() {
        return millis(testSamples);
    }

    private long millis(long samples) {
        return Math.round(1000 * rate.secondsAt(samples));
    }
}
