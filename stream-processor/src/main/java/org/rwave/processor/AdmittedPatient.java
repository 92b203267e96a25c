package org.rwave.processor;

import java.util.Optional;

/** A patient who is live in a task, with his place in the store and what the next commit needs of him. */
final class AdmittedPatient {
    /** At most so much waveform is kept for a successor to take once more; of whom more comes is written whole. */
    private static final int LONGEST_TAIL_BYTES = 8 * 1024;

    /** What the next commit needs. */
    private enum Need {
        /** Nothing came since the last one. */
        NOTHING,
        /** A snapshot; so far nothing but waveform came. */
        SNAPSHOT,
        /** A snapshot was written early; the tail that completes it. */
        TAIL,
        /** A snapshot written at the commit itself. */
        WHOLE
    }

    private final String id;
    private final Patient patient;
    private final SnapshotStore.Slots slots;
    private Need need = Need.NOTHING;
    private Optional<SnapshotTail> tail = Optional.empty(); // present with Need.TAIL
    private long alarmsAtTurn;

    AdmittedPatient(String id, Patient patient, SnapshotStore.Slots slots) {
        this.id = id;
        this.patient = patient;
        this.slots = slots;
    }

    String id() {
        return id;
    }

    Patient patient() {
        return patient;
    }

    /** Whether the next commit needs anything. */
    boolean isDue() {
        return need != Need.NOTHING;
    }

    /** The record has been taken by the patient. */
    void took(InputRecord waveform) {
        if (need == Need.NOTHING) {
            need = Need.SNAPSHOT;
        }
        tail.ifPresent(open -> {
            open.add(waveform);
            if (open.bytes() > LONGEST_TAIL_BYTES || patient.alarmsStated() != alarmsAtTurn) {
                changedByMoreThanWaveform();
            }
        });
    }

    /** Something happened that a successor could not take once more, or must not: the next commit needs all of it. */
    void changedByMoreThanWaveform() {
        need = Need.WHOLE;
        tail = Optional.empty();
    }

    /** It is the patient's turn before a commit; returns the bytes of the snapshot written, if any. */
    Optional<Integer> writeEarly(SnapshotStore store) {
        if (need != Need.SNAPSHOT) {
            return Optional.empty();
        }
        need = Need.TAIL;
        tail = Optional.of(new SnapshotTail());
        alarmsAtTurn = patient.alarmsStated();
        return Optional.of(store.writeEarly(id, slots, patient.position(), patient::writeTo));
    }

    /** Writes what the commit needs that is about to come. */
    void writeForCommit(SnapshotStore store, ProcessorMetrics metrics) {
        if (tail.isPresent()) {
            metrics.snapshotTailWritten(store.complete(id, slots, tail.get()));
        } else {
            metrics.snapshotWritten(store.write(id, slots, patient.position(), patient::writeTo));
        }
        need = Need.NOTHING;
        tail = Optional.empty();
    }
}
