package org.rwave.ecg.score.alarm;

import java.util.OptionalLong;

/**
 * How one episode fared.
 *
 * @param episode that meets the definition
 * @param delaySamples from its start to the first moment at which its own alarm was active; empty when it was missed
 * @param lethalDelaySamples the same of any lethal arrhythmia's alarm
 * @param coveredSamples time within it in which its own alarm was active
 * @param lethalCoveredSamples the same of any lethal arrhythmia's alarm
 */
public record EpisodeFinding(
        ReferenceEpisode episode,
        OptionalLong delaySamples,
        OptionalLong lethalDelaySamples,
        long coveredSamples,
        long lethalCoveredSamples) {}
