package org.rwave.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.PatientSimulator;

/**
 * Plays a simulated minute again and again to a monitor before the first patient comes: in a cold Java machine a second of a
 * patient costs ten times what it costs later, and a processor that takes over a ward has a backlog to get through. What is
 * compiled serves all threads. Half a second of CPU; nothing of it reaches Kafka.
 */
final class WarmUp {
    static final int REPETITIONS = 10;

    private static final SamplingRate RATE = new SamplingRate(360);
    private static final int CHUNK_SAMPLES = 90;
    private static final long SEED = 1;

    private WarmUp() {}

    /** Plays the minutes to monitors with {@code classifier}, each stopped and resumed halfway. */
    static void play(BeatClassifier classifier) {
        List<WaveformChunk> minute = minute();
        MonitorSettings settings = MonitorSettings.defaults();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            PatientMonitor monitor = new PatientMonitor(settings, classifier, minute.get(0));
            minute.subList(0, minute.size() / 2).forEach(monitor::accept);
            PatientMonitor resumed = PatientMonitor.resume(monitor.snapshot(), settings, classifier);
            minute.subList(minute.size() / 2, minute.size()).forEach(resumed::accept);
            resumed.finish();
        }
    }

    private static List<WaveformChunk> minute() {
        List<WaveformChunk> chunks = new ArrayList<>();
        RecordingChunks source = new RecordingChunks(
                new PatientSimulator(SEED).patient(1, Duration.ofMinutes(1), RATE), CHUNK_SAMPLES, 0);
        try {
            for (Optional<WaveformChunk> next = source.next(); next.isPresent(); next = source.next()) {
                chunks.add(next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a simulated recording cannot fail to be read", e);
        }
        return chunks;
    }
}
