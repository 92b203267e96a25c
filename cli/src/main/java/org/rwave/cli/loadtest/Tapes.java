package org.rwave.cli.loadtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingException;
import org.rwave.ecg.recording.RecordingFinder;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;

/**
 * The tapes that patients play: all records of MIT-BIH from two places each, or simulated patients. What is expected of
 * each tape is computed here, on all cores, before anything is sent.
 *
 * @param described what is played, for people
 */
record Tapes(List<Tape> tapes, List<ExpectedBeats> expected, String described) {
    private static final String DATABASE = "mitdb";
    private static final int PLACES_PER_RECORD = 2;
    private static final int MOST_SIMULATED = 48;
    private static final long SEED = 5;

    Tapes {
        tapes = List.copyOf(tapes);
        expected = List.copyOf(expected);
    }

    /**
     * At most {@code patients} tapes of {@code length}.
     *
     * @param finder where recordings are; empty for simulated patients
     * @throws CommandFailed when the recordings do not fit the settings
     */
    static Tapes prepare(LoadSettings settings, int patients, Optional<RecordingFinder> finder, BeatModel model)
            throws IOException {
        List<Path> records = finder.isPresent() ? finder.get().list(DATABASE) : List.of();
        List<Tape> tapes = records.isEmpty() ? simulated(settings, patients) : recorded(settings, patients, records);
        int distinct = Math.min(tapes.size(), records.isEmpty() ? MOST_SIMULATED : records.size());
        String described = distinct + (records.isEmpty() ? " simulated patients" : " MIT-BIH records") + " on "
                + tapes.size() + " tapes, " + tapes.get(0).rateHertz() + " Hz, " + settings.leads() + " leads";
        return new Tapes(tapes, expected(tapes, model), described);
    }

    /** Recordings if there are any. */
    static boolean areFound(RecordingFinder finder) throws IOException {
        try {
            return !finder.list(DATABASE).isEmpty();
        } catch (RecordingException absent) {
            return false;
        }
    }

    private static List<Tape> recorded(LoadSettings settings, int patients, List<Path> records) throws IOException {
        int count = Math.min(patients, PLACES_PER_RECORD * records.size());
        List<Signal> signals = new ArrayList<>();
        for (Path record : records.subList(0, Math.min(count, records.size()))) {
            try (Recording recording = Recordings.openEcg(record)) {
                signals.add(Signal.read(recording, settings.leads()));
            }
        }
        List<Tape> tapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Signal signal = signals.get(i % signals.size());
            int offset = i / signals.size() * (signal.sampleCount() / PLACES_PER_RECORD);
            tapes.add(new Tape(signal, offset, settings.chunk(), settings.chunksPerPatient()));
        }
        return tapes;
    }

    private static List<Tape> simulated(LoadSettings settings, int patients) throws IOException {
        PatientSimulator simulator = new PatientSimulator(SEED);
        SamplingRate rate = new SamplingRate(settings.simulatedHertz());
        Duration length = settings.ramp().plus(settings.duration()).plus(settings.chunk());
        List<Tape> tapes = new ArrayList<>();
        for (int number = 1; number <= Math.min(patients, MOST_SIMULATED); number++) {
            try (Recording recording = simulator.patient(number, length, rate)) {
                Signal signal = Signal.read(recording, settings.leads());
                tapes.add(new Tape(signal, 0, settings.chunk(), settings.chunksPerPatient()));
            }
        }
        return tapes;
    }

    private static List<ExpectedBeats> expected(List<Tape> tapes, BeatModel model) {
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<ExpectedBeats>> running = new ArrayList<>();
            for (Tape tape : tapes) {
                running.add(cores.submit(() -> {
                    try (OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
                        return tape.expected(classifier);
                    }
                }));
            }
            List<ExpectedBeats> expected = new ArrayList<>();
            for (Future<ExpectedBeats> one : running) {
                expected.add(one.get());
            }
            return expected;
        } catch (ExecutionException e) {
            throw new CommandFailed("the offline monitor fails on a tape: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while the expected beats were computed", e);
        } finally {
            cores.shutdownNow();
        }
    }

    /** {@code patients} who play these tapes in turn. */
    Ward ward(int patients) {
        return new Ward(patients, tapes, expected);
    }
}
