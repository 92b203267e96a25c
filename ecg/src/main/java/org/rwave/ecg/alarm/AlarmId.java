package org.rwave.ecg.alarm;

/**
 * What tells one alarm of a patient from all others.
 *
 * @param sourceId the waveform stream in which sample indices count
 * @param kind what it says
 * @param onsetSampleIndex where the condition began
 */
public record AlarmId(String sourceId, AlarmKind kind, long onsetSampleIndex) {
    public static AlarmId of(String sourceId, AlarmEvent event) {
        return new AlarmId(sourceId, event.kind(), event.onsetSampleIndex());
    }
}
