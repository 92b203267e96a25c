package org.rwave.producer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One patient of a replay.
 *
 * @param patientId the Kafka key; unique in the replay
 * @param source what is replayed
 * @param phase how much further into the recording this patient starts than the others
 */
public record ReplayPatient(String patientId, ReplaySource source, Duration phase) {
    /** The source as the patient of its own name. */
    public static ReplayPatient of(ReplaySource source) {
        return new ReplayPatient(source.name(), source, Duration.ZERO);
    }

    /**
     * {@code count} patients {@code NAME-1} to {@code NAME-count} of one source, read into memory once; each starts
     * {@code phaseShift} further into the recording than the one before.
     */
    public static List<ReplayPatient> clones(ReplaySource source, int count, Duration phaseShift) {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least one clone, not " + count);
        }
        ReplaySource shared = new SharedSource(source);
        List<ReplayPatient> clones = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            clones.add(new ReplayPatient(source.name() + "-" + (i + 1), shared, phaseShift.multipliedBy(i)));
        }
        return clones;
    }
}
