package org.rwave.cli.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;

/** The monitor over a whole recording, without Kafka: what every other path must agree with. */
final class OfflineMonitor {
    private static final int CHUNK_SAMPLES = 3_600;

    private OfflineMonitor() {}

    /** All facts of {@code record}, its first sample at {@code startEpochMicros}. */
    static Facts facts(Path record, long startEpochMicros) throws IOException {
        try (BeatModel model = BeatModel.standard();
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model);
                Recording recording = Recordings.openEcg(record)) {
            RecordingChunks chunks = new RecordingChunks(recording, CHUNK_SAMPLES, startEpochMicros);
            Optional<WaveformChunk> next = chunks.next();
            PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), classifier, next.orElseThrow());
            Gathered gathered = new Gathered();
            for (; next.isPresent(); next = chunks.next()) {
                gathered.add(monitor.accept(next.get()));
            }
            gathered.add(monitor.finish());
            return gathered.facts();
        }
    }

    /** Facts of several calls as one. */
    static final class Gathered {
        private final List<ClassifiedBeat> beats = new ArrayList<>();
        private final List<VitalSigns> vitals = new ArrayList<>();
        private final List<AlarmEvent> alarms = new ArrayList<>();

        void add(Facts facts) {
            beats.addAll(facts.beats());
            vitals.addAll(facts.vitals());
            alarms.addAll(facts.alarms());
        }

        void add(ClassifiedBeat beat) {
            beats.add(beat);
        }

        void add(VitalSigns sign) {
            vitals.add(sign);
        }

        void add(AlarmEvent alarm) {
            alarms.add(alarm);
        }

        int beatCount() {
            return beats.size();
        }

        Facts facts() {
            return new Facts(beats, vitals, alarms);
        }
    }
}
