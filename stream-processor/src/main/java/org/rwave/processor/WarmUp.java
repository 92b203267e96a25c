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
 * Plays simulated patients to monitors before the first real one comes. In a cold Java machine a second of a patient costs
 * ten times what it costs later; that lasts until the compiler has seen some two hours of ECG, and a processor that takes
 * over a ward has a backlog to get through at that very time. What is compiled serves all threads. Nothing of it reaches
 * Kafka.
 */
final class WarmUp {
    /** A patient-second costs 250 us after ten minutes, 140 after 100, 105 after 300 (docs/performance.md). */
    static final Duration ENOUGH = Duration.ofMinutes(160);

    /** Various, so that the compiler does not take one patient's rhythm for all there is. */
    static final int PATIENTS = 8;

    private static final Duration EACH = Duration.ofMinutes(1);
    private static final SamplingRate RATE = new SamplingRate(360);
    private static final int CHUNK_SAMPLES = 90;
    private static final long SEED = 1;

    private WarmUp() {}

    /** Plays patients' minutes, {@code signal} in total and rounded down, each monitor stopped and resumed halfway. */
    static void play(BeatClassifier classifier, Duration signal) {
        long minutes = signal.toMinutes();
        List<List<WaveformChunk>> tapes = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            if (minute < PATIENTS) {
                tapes.add(tape(minute + 1));
            }
            play(tapes.get(minute % PATIENTS), classifier);
        }
    }

    private static void play(List<WaveformChunk> tape, BeatClassifier classifier) {
        MonitorSettings settings = MonitorSettings.defaults();
        PatientMonitor monitor = new PatientMonitor(settings, classifier, tape.get(0));
        tape.subList(0, tape.size() / 2).forEach(monitor::accept);
        PatientMonitor resumed = PatientMonitor.resume(monitor.snapshot(), settings, classifier);
        tape.subList(tape.size() / 2, tape.size()).forEach(resumed::accept);
        resumed.finish();
    }

    private static List<WaveformChunk> tape(int patient) {
        List<WaveformChunk> chunks = new ArrayList<>();
        RecordingChunks source =
                new RecordingChunks(new PatientSimulator(SEED).patient(patient, EACH, RATE), CHUNK_SAMPLES, 0);
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
