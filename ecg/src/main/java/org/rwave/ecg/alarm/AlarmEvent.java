package org.rwave.ecg.alarm;

import java.util.List;

/**
 * One change in the life of one alarm: a fact that the monitor states.
 *
 * @param kind what it says
 * @param priority how urgent
 * @param phase start, update or end
 * @param onsetSampleIndex where the condition began (for asystole and pause: the last beat), source samples; together
 *     with patient and kind it identifies the alarm
 * @param onsetEpochMicros instant of the onset
 * @param atSampleIndex the sample at which this phase was decided, at least {@code onsetSampleIndex}
 * @param atEpochMicros instant of that sample
 * @param message one line for a person, numbers with units, no patient name
 * @param evidenceSampleIndexes R peaks that the rule counted, oldest first, at most 32 (the latest)
 * @param ruleVersion rule and version, for instance {@code asystole-1}
 * @param criteria the rule's conditions with what was measured, in the rule's order; empty for an end
 */
public record AlarmEvent(
        AlarmKind kind,
        AlarmPriority priority,
        AlarmPhase phase,
        long onsetSampleIndex,
        long onsetEpochMicros,
        long atSampleIndex,
        long atEpochMicros,
        String message,
        List<Long> evidenceSampleIndexes,
        String ruleVersion,
        List<Criterion> criteria) {
    public AlarmEvent {
        evidenceSampleIndexes = List.copyOf(evidenceSampleIndexes);
        criteria = List.copyOf(criteria);
        if (atSampleIndex < onsetSampleIndex) {
            throw new IllegalArgumentException(
                    "an alarm cannot be decided before its onset: " + atSampleIndex + " is before " + onsetSampleIndex);
        }
    }

    /** An event whose rule gives no account of its conditions. */
    public AlarmEvent(
            AlarmKind kind,
            AlarmPriority priority,
            AlarmPhase phase,
            long onsetSampleIndex,
            long onsetEpochMicros,
            long atSampleIndex,
            long atEpochMicros,
            String message,
            List<Long> evidenceSampleIndexes,
            String ruleVersion) {
        this(
                kind,
                priority,
                phase,
                onsetSampleIndex,
                onsetEpochMicros,
                atSampleIndex,
                atEpochMicros,
                message,
                evidenceSampleIndexes,
                ruleVersion,
                List.of());
    }
}
