package org.rwave.processor;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rwave.schemas.feed.FeedChunk;
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
    private final Outlet outlet;
    private final Outlet alarmsOnly;
    private final DueSnapshots due;
    private final Map<String, AdmittedPatient> byId = new LinkedHashMap<>();

    Patients(
            ProcessorSettings settings,
            Monitors monitors,
            InputDecoder decoder,
            SnapshotStore snapshots,
            ProcessorMetrics metrics,
            Outlet outlet) {
        this.settings = settings;
        this.monitors = monitors;
        this.decoder = decoder;
        this.snapshots = snapshots;
        this.metrics = metrics;
        this.outlet = outlet;
        this.alarmsOnly = outlet.alarmsOnly();
        this.due = new DueSnapshots(snapshots, metrics);
    }

    /** A chunk has come. */
    void chunk(WaveformInput input, FirstRecords first, long nowMillis) {
        AdmittedPatient admitted = admitted(input.decoded().feed().patientId(), first, nowMillis);
        admitted.patient().chunk(input, nowMillis, outlet);
        due.took(admitted, input.record());
    }

    /** The patient, of whom a record has come that is no chunk: live, else resumed from the store, else new. */
    Patient of(String id, FirstRecords first, long nowMillis) {
        AdmittedPatient admitted = admitted(id, first, nowMillis);
        due.changedByMoreThanWaveform(admitted);
        return admitted.patient();
    }

    private AdmittedPatient admitted(String id, FirstRecords first, long nowMillis) {
        AdmittedPatient known = byId.get(id);
        return known != null ? known : admit(id, first, nowMillis);
    }

    private AdmittedPatient admit(String id, FirstRecords first, long nowMillis) {
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
                found.get().tail().ifPresent(tail -> takeOnceMore(tail, patient, nowMillis));
            } else {
                LOG.info("a patient starts afresh: the stored state was made with another model or other settings");
                metrics.snapshotDiscarded("other-model-or-settings");
            }
        }
        AdmittedPatient admitted = new AdmittedPatient(id, patient, slots);
        byId.put(id, admitted);
        metrics.patientsChanged(1);
        return admitted;
    }

    /**
     * The facts of these records have been stated, and no alarm was among them. One that comes now comes from alarm
     * settings that have changed since, and is stated.
     */
    private void takeOnceMore(SnapshotTail tail, Patient patient, long nowMillis) {
        for (InputRecord record : tail.records()) {
            FeedChunk chunk = decoder.waveform(record).value().orElseThrow();
            patient.chunk(new WaveformInput(chunk, record), nowMillis, alarmsOnly);
        }
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
        for (AdmittedPatient admitted : byId.values()) {
            if (admitted.patient().followSettings(admitted.id())) {
                due.changedByMoreThanWaveform(admitted);
            }
        }
    }

    /** Once a second, on the wall clock: alarms for those of whom nothing comes, and farewell after long silence. */
    void watchSilence(long nowMillis) {
        for (Iterator<AdmittedPatient> all = byId.values().iterator(); all.hasNext(); ) {
            AdmittedPatient admitted = all.next();
            Patient patient = admitted.patient();
            Duration silence = patient.silence(nowMillis);
            if (silence.compareTo(settings.dischargeAfter()) >= 0) {
                patient.discharge(silence, outlet);
                snapshots.delete(admitted.id());
                due.remove(admitted);
                all.remove();
                metrics.patientsChanged(-1);
            } else if (silence.compareTo(settings.noDataAfter()) >= 0 && patient.raiseNoData(silence, outlet)) {
                due.changedByMoreThanWaveform(admitted);
            }
        }
    }

    /** Writes early until {@code share} of what the next commit needs has been begun. */
    void writeEarly(double share) {
        due.writeEarly(share);
    }

    /** The offsets of everything taken so far are about to be committed. */
    void beforeCommit() {
        due.writeForCommit();
    }

    /** They have been committed. */
    void committed() {
        due.committed();
    }

    /** The task goes to somebody else or ends. */
    void release() {
        metrics.patientsChanged(-byId.size());
        byId.clear();
        due.clear();
    }
}
