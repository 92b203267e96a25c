package org.rwave.ecg.monitor;

/**
 * Where the time of one final beat went that its signal decides: all on the source's axis of samples, so the same for any
 * cut into chunks.
 *
 * @param rPeakSample the R peak
 * @param foundAtSample the newest sample when the R peak was found; until then the detector's own delay
 * @param decidedAtSample the newest sample when the class was final; until then the look-ahead to the next beat
 */
public record BeatDelay(long rPeakSample, long foundAtSample, long decidedAtSample) {}
