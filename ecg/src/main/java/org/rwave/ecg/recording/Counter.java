package org.rwave.ecg.recording;

/**
 * A counter that ran beside the recorder, such as a tape counter or an angle: WFDB's "c123" positions refer to it.
 *
 * @param unitsPerSecond counter frequency
 * @param atSampleZero value at sample 0 (base counter)
 */
public record Counter(double unitsPerSecond, double atSampleZero) {}
