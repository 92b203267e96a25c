package org.rwave.ecg.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.WaveformChunk;

class MitBihMonitorTest {
    private static final BeatClassifier ALL_NORMAL = new AllNormal();

    @ParameterizedTest(name = "record {0}")
    @ValueSource(strings = {"100", "119", "207", "208", "222", "232"})
    void any_chunk_length_gives_the_same_facts(String record) throws IOException {
        Facts expected = monitor(record, () -> 360, false);
        Random random = new Random(Long.parseLong(record));

        assertThat(expected.beats()).hasSizeGreaterThan(1_500);
        assertThat(monitor(record, () -> 36, false)).isEqualTo(expected);
        assertThat(monitor(record, () -> 1 + random.nextInt(1_000), true)).isEqualTo(expected);
    }

    @Test
    void a_snapshot_stays_small() throws IOException {
        Path folder = TestData.folder("mitdb");
        try (Recording recording = Recordings.open(folder.resolve("208"))) {
            RecordingChunks chunks = new RecordingChunks(recording, 90, 0);
            WaveformChunk first = chunks.next().orElseThrow();
            PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), ALL_NORMAL, first);
            monitor.accept(first);
            int largest = 0;
            for (Optional<WaveformChunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
                monitor.accept(next.get());
                largest = Math.max(largest, monitor.snapshot().length);
            }

            assertThat(largest).as("bytes").isLessThan(11_000);
        }
    }

    private static Facts monitor(String record, IntSupplier chunkLength, boolean withResumes) throws IOException {
        List<ClassifiedBeat> beats = new ArrayList<>();
        List<VitalSigns> vitals = new ArrayList<>();
        List<AlarmEvent> alarms = new ArrayList<>();
        try (Recording recording = Recordings.open(TestData.folder("mitdb").resolve(record))) {
            WaveformChunk whole =
                    new RecordingChunks(recording, 650_000, 0).next().orElseThrow();
            PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), ALL_NORMAL, whole);
            Random resumes = new Random(1);
            for (int at = 0; at < whole.sampleCount(); ) {
                int length = Math.min(chunkLength.getAsInt(), whole.sampleCount() - at);
                Facts facts = monitor.accept(part(whole, at, length));
                beats.addAll(facts.beats());
                vitals.addAll(facts.vitals());
                alarms.addAll(facts.alarms());
                at += length;
                if (withResumes && resumes.nextInt(50) == 0) {
                    monitor = PatientMonitor.resume(monitor.snapshot(), MonitorSettings.defaults(), ALL_NORMAL);
                }
            }
            Facts last = monitor.finish();
            beats.addAll(last.beats());
            vitals.addAll(last.vitals());
            alarms.addAll(last.alarms());
        }
        return new Facts(beats, vitals, alarms);
    }

    private static WaveformChunk part(WaveformChunk whole, int at, int length) {
        int frame = 2 * whole.leads().size();
        return WaveformChunk.of(
                at,
                whole.startEpochMicros() + whole.rate().microsAt(at),
                whole.rate(),
                whole.leads(),
                whole.samples().slice(at * frame, length * frame));
    }

    /** N, with a print of the input in the probabilities, so that a difference in what is seen shows. */
    private static final class AllNormal implements BeatClassifier {
        @Override
        public ClassProbabilities classify(BeatInput input) {
            double sum = 0;
            for (int i = 0; i < 160; i++) {
                sum += (i % 7) * (input.waveform(0, i) + input.waveform(1, i) + input.waveform(2, i));
            }
            for (int i = 0; i < 48; i++) {
                sum += (i % 5) * input.feature(i);
            }
            float print = (float) (Math.abs(sum) % 0.25);
            return ClassProbabilities.of(1 - print, 0, print, 0, 0);
        }

        @Override
        public String modelHash() {
            return BeatClass.N.name();
        }
    }
}
