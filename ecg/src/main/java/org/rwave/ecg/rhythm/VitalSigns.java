package org.rwave.ecg.rhythm;

import java.util.List;
import java.util.OptionalDouble;
import org.rwave.ecg.signal.LeadStatus;

/**
 * The state of one patient, once a second of signal time: a fact that the monitor states.
 *
 * @param sampleIndex the sample that ends the second, source samples since the start of the recording
 * @param epochMicros instant of that sample
 * @param heartRate beats per minute, averaged as bedside monitors do; empty while not enough beats are known
 * @param pvcPerMinute ventricular beats of good quality in the last 60 s, those of runs and tachycardias included
 * @param rhythm the rhythm's name
 * @param leadStatus one per monitored lead, in their order
 * @param monitoring false when nothing can be claimed: no usable lead, or the detector is still learning
 */
public record VitalSigns(
        long sampleIndex,
        long epochMicros,
        OptionalDouble heartRate,
        int pvcPerMinute,
        Rhythm rhythm,
        List<LeadStatus> leadStatus,
        boolean monitoring) {
    public VitalSigns {
        leadStatus = List.copyOf(leadStatus);
    }
}
