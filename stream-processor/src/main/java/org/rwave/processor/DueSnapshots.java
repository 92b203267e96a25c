package org.rwave.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * Of whom the next commit needs something, and how much of that is written. Snapshots written at the commit itself hold
 * everybody up; so most are written a little early, a few at a time, everybody's turn once. One thread at a time.
 */
final class DueSnapshots {
    private final SnapshotStore store;
    private final ProcessorMetrics metrics;
    private final List<AdmittedPatient> due = new ArrayList<>();
    private int turns; // how many of them have had their turn

    DueSnapshots(SnapshotStore store, ProcessorMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /** The record has been taken by the patient. */
    void took(AdmittedPatient admitted, InputRecord waveform) {
        addUnlessDue(admitted);
        admitted.took(waveform);
    }

    /** Something else than waveform has changed, or is about to change, the patient. */
    void changedByMoreThanWaveform(AdmittedPatient admitted) {
        addUnlessDue(admitted);
        admitted.changedByMoreThanWaveform();
    }

    private void addUnlessDue(AdmittedPatient admitted) {
        if (!admitted.isDue()) {
            due.add(admitted);
        }
    }

    /** Nothing will be needed of the patient any more. */
    void remove(AdmittedPatient admitted) {
        int place = admitted.isDue() ? due.indexOf(admitted) : -1;
        if (place >= 0) {
            due.remove(place);
            turns -= place < turns ? 1 : 0;
        }
    }

    /** Writes snapshots until {@code share} of those who are due have had their turn. */
    void writeEarly(double share) {
        for (long end = Math.round(share * due.size()); turns < end; turns++) {
            due.get(turns).writeEarly(store).ifPresent(metrics::snapshotWritten);
        }
    }

    /** Writes what is still missing: the offsets of everything taken so far are about to be committed. */
    void writeForCommit() {
        due.forEach(admitted -> admitted.writeForCommit(store, metrics));
        clear();
    }

    /** The offsets have been committed. */
    void committed() {
        store.committed();
    }

    void clear() {
        due.clear();
        turns = 0;
    }
}
