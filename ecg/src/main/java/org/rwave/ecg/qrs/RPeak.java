package org.rwave.ecg.qrs;

/**
 * A QRS complex that the detector has decided on.
 *
 * @param position of the R peak in conditioned samples (180 per second) since the last reset, not rounded to a sample
 * @param foundBySearchBack the detector had first passed it over
 */
public record RPeak(double position, boolean foundBySearchBack) {}
