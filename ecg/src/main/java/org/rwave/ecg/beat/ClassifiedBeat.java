package org.rwave.ecg.beat;

import java.util.OptionalLong;

/**
 * One heartbeat with its class: a fact that the monitor states.
 *
 * @param sampleIndex position of the R peak, samples of the source since the start of the recording
 * @param epochMicros instant of the R peak, microseconds since the epoch
 * @param beatClass the decision
 * @param probabilities calibrated probabilities of the five classes
 * @param rrMicros time since the previous beat in microseconds; empty for the first beat and after a gap
 * @param revision 0 provisional (no look-ahead), 1 final
 * @param afterGap a gap lies between this beat and the previous one
 * @param oneLead only one lead was usable
 * @param lowQuality the signal around the beat was too noisy for the class to be relied on
 * @param modelHash the model that decided
 */
public record ClassifiedBeat(
        long sampleIndex,
        long epochMicros,
        BeatClass beatClass,
        ClassProbabilities probabilities,
        OptionalLong rrMicros,
        int revision,
        boolean afterGap,
        boolean oneLead,
        boolean lowQuality,
        String modelHash) {}
