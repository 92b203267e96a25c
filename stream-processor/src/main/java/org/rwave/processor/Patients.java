package org.rwave.processor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patients of one task, live in memory, and their snapshots. Memory is bounded by discharging those of whom nothing
 * has come for long. One thread at a time.
 */
final class Patients {
    private static final Logger LOG = LoggerFactory.getLogger(Patients.class);

    private final ProcessorSettings settings;
    private final Monitors monitors;
    private final InputDecoder decoder;
    private final SnapshotStore snapshots;
    private final ProcessorMetrics metrics;
    private final Map<String, Admitted> byId = new LinkedHashMap<>();
    private final List<Admitted> changed = new ArrayList<>();

    private static final class Admitted {
        private final String id;
        private final Patient patient;
        private final SnapshotStore.Slots slots;
        private boolean isChanged; // that is, in the list

        Admitted(String id, Patient patient, SnapshotStore.Slots slots) {
            this.id = id;
            this.patient = patient;
            this.slots = slots;
        }
    }

    Patients(
            ProcessorSettings settings,
            Monitors monitors,
            InputDecoder decoder,
            SnapshotStore snapshots,
            ProcessorMetrics metrics) {
        this.settings = settings;
        this.monitors = monitors;
        this.decoder = decoder;
        this.snapshots = snapshots;
        this.metrics = metrics;
    }

    /** The patient, of whom a record has come: live, else resumed from the store, else new. */
    Patient of(String id, FirstRecords first, long nowMillis) {
        Admitted known = byId.get(id);
        Admitted admitted = known != null ? known : admit(id, first, nowMillis);
        changed(admitted);
        return admitted.patient;
    }

    private void changed(Admitted admitted) {
        if (!admitted.isChanged) {
            admitted.isChanged = true;
            changed.add(admitted);
        }
    }

    private Admitted admit(String id, FirstRecords first, long nowMillis) {
        Optional<ReferenceHold> hold = settings.isReferenceMode()
                ? Optional.of(new ReferenceHold(settings.maxHeld().toMillis() / 1e3))
                : Optional.empty();
        Patient patient = new Patient(id, monitors, hold, nowMillis);
        SnapshotStore.Slots slots = new SnapshotStore.Slots();
        Optional<SnapshotStore.Found> found = snapshots.newestNotAheadOf(first, id);
        if (found.isPresent()) {
            slots = found.get().slots();
            if (Patient.isResumable(found.get().snapshot().state(), monitors)) {
                patient.resume(id, found.get().snapshot(), decoder);
            } else {
                LOG.info("a patient starts afresh: the stored state was made with another model or other settings");
                metrics.snapshotDiscarded("other-model-or-settings");
            }
        }
        Admitted admitted = new Admitted(id, patient, slots);
        byId.put(id, admitted);
        metrics.patientsChanged(1);
        return admitted;
    }

    /** The patient if there is one, live or in the store: a command makes nobody a patient. */
    Optional<Patient> known(String id, FirstRecords first, long nowMillis) {
        boolean isKnown =
                byId.containsKey(id) || snapshots.newestNotAheadOf(first, id).isPresent();
        return isKnown ? Optional.of(of(id, first, nowMillis)) : Optional.empty();
    }

    /** Brings everybody to life who has a snapshot, so that their silence is noticed. */
    void admitAll(FirstRecords first, long nowMillis) {
        for (String id : snapshots.patientIds()) {
            if (!byId.containsKey(id)) {
                admit(id, first, nowMillis);
            }
        }
    }

    /** Lets everybody take over the alarm settings that are in force now. */
    void followSettings() {
        byId.forEach((id, admitted) -> admitted.patient.followSettings(id));
    }

    /** Once a second, on the wall clock: alarms for those of whom nothing comes, and farewell after long silence. */
    void watchSilence(long nowMillis, Outlet outlet) {
        for (Iterator<Map.Entry<String, Admitted>> all = byId.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Admitted> entry = all.next();
            Patient patient = entry.getValue().patient;
            Duration silence = patient.silence(nowMillis);
            if (silence.compareTo(settings.dischargeAfter()) >= 0) {
                patient.discharge(silence, outlet);
                snapshots.delete(entry.getKey());
                if (entry.getValue().isChanged) {
                    changed.remove(entry.getValue());
                }
                all.remove();
                metrics.patientsChanged(-1);
            } else if (silence.compareTo(settings.noDataAfter()) >= 0 && patient.raiseNoData(silence, outlet)) {
                changed(entry.getValue());
            }
        }
    }

    /** Writes a snapshot of everybody of whom something came since the last call. */
    void writeSnapshots() {
        for (Admitted admitted : changed) {
            Patient patient = admitted.patient;
            metrics.snapshotWritten(snapshots.write(admitted.id, admitted.slots, patient.position(), patient::writeTo));
            admitted.isChanged = false;
        }
        changed.clear();
    }

    /** All that was written is covered by committed offsets. */
    void committed() {
        snapshots.committed();
    }

    /** The task goes to somebody else or ends. */
    void release() {
        metrics.patientsChanged(-byId.size());
        byId.clear();
        changed.clear();
    }
}
