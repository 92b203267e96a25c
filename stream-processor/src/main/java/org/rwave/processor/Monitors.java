package org.rwave.processor;

import java.util.function.Supplier;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.processor.alarmsettings.PatientAlarmSettings;
import org.rwave.processor.alarmsettings.WardAlarmSettings;

/** Makes the monitors of one task: the same classifier for all, and for each patient the alarm settings now in force. */
final class Monitors {
    private final MonitorSettings settings;
    private final BeatClassifier classifier;
    private final Supplier<WardAlarmSettings> ward;
    private final String fingerprint;

    Monitors(MonitorSettings settings, BeatClassifier classifier, Supplier<WardAlarmSettings> ward) {
        this.settings = settings;
        this.classifier = classifier;
        this.ward = ward;
        this.fingerprint = Preprocessing.ID + " " + classifier.modelHash() + " " + settings.beatSource() + " "
                + settings.provisionalBeats();
    }

    /** The alarm settings of {@code patientId} that are in force now. */
    PatientAlarmSettings alarmsOf(String patientId) {
        return ward.get().of(patientId);
    }

    /** A monitor for the stream that begins with {@code first}, which is yet to be accepted. */
    PatientMonitor fresh(WaveformChunk first, PatientAlarmSettings alarms) {
        return new PatientMonitor(settings.withAlarms(alarms.settings()), classifier, first);
    }

    PatientMonitor resume(byte[] snapshot, PatientAlarmSettings alarms) {
        return PatientMonitor.resume(snapshot, settings.withAlarms(alarms.settings()), classifier);
    }

    /** What a snapshot depends on, alarm settings not among it: a monitor resumes only from one made under the same. */
    String fingerprint() {
        return fingerprint;
    }
}
