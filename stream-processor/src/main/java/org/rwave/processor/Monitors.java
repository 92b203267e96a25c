package org.rwave.processor;

import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.signal.WaveformChunk;

/** Makes the monitors of one task: all with the same settings and the same classifier. */
final class Monitors {
    private final MonitorSettings settings;
    private final BeatClassifier classifier;
    private final String fingerprint;

    Monitors(MonitorSettings settings, BeatClassifier classifier) {
        this.settings = settings;
        this.classifier = classifier;
        this.fingerprint = Preprocessing.ID + " " + classifier.modelHash() + " " + settings;
    }

    /** A monitor for the stream that begins with {@code first}, which is yet to be accepted. */
    PatientMonitor fresh(WaveformChunk first) {
        return new PatientMonitor(settings, classifier, first);
    }

    PatientMonitor resume(byte[] snapshot) {
        return PatientMonitor.resume(snapshot, settings, classifier);
    }

    /** What a snapshot depends on: a monitor resumes only from one that was made under the same. */
    String fingerprint() {
        return fingerprint;
    }
}
