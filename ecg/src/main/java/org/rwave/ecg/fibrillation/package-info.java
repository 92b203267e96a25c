/**
 * Ventricular fibrillation and flutter from the waveform alone: there are no beats to count. In: the conditioned signal of
 * the leads, millivolts at 180 Hz. Out: several times a second, whether the last four seconds oscillate as fibrillating
 * ventricles do, which {@code org.rwave.ecg.alarm} and {@code org.rwave.ecg.rhythm} take. {@link
 * org.rwave.ecg.fibrillation.FibrillationModel} holds every number; {@code docs/alarms.md} says how they were found.
 */
package org.rwave.ecg.fibrillation;
