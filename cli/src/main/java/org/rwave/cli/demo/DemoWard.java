package org.rwave.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.recording.RecordingFinder;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.producer.RecordedSource;
import org.rwave.producer.ReplayPatient;
import org.rwave.producer.ReplaySource;
import org.rwave.producer.SimulatedSource;

/**
 * Who lies on the demo's ward: recordings where there are any, simulated patients otherwise.
 *
 * @param patients the feeds
 * @param described one line for the user
 */
record DemoWard(List<ReplayPatient> patients, String described) {
    /** MIT-BIH records with something to see: ectopy, runs, couplets, bigeminy, atrial fibrillation, a quiet one. */
    private static final List<String> RECORDS = List.of("208", "119", "200", "222", "232", "100", "207", "106");

    private static final SamplingRate SIMULATED_RATE = new SamplingRate(360);
    private static final Duration SIMULATED_LENGTH = Duration.ofHours(24);
    private static final long SEED = 20;

    DemoWard {
        patients = List.copyOf(patients);
    }

    /**
     * Chooses {@code count} patients.
     *
     * @param data where to look first; when given, it must hold recordings
     * @throws CommandFailed when {@code data} is given and there is no recording in it
     */
    static DemoWard choose(Optional<Path> data, boolean simulate, int count) {
        if (!simulate) {
            RecordingFinder finder = RecordingFinder.ofProcess(data);
            List<Path> found = find(finder, count);
            if (!found.isEmpty()) {
                return recorded(found);
            }
            if (data.isPresent()) {
                throw new CommandFailed("no MIT-BIH record such as mitdb/208.hea in " + data.get()
                        + "; fetch them with 'rwave data fetch mitdb' or leave --data away");
            }
        }
        return simulated(count);
    }

    private static List<Path> find(RecordingFinder finder, int count) {
        List<Path> found = new ArrayList<>();
        for (String record : RECORDS.subList(0, Math.min(count, RECORDS.size()))) {
            try {
                found.add(finder.find("mitdb/" + record));
            } catch (IOException absent) {
                return List.of();
            }
        }
        return found;
    }

    private static DemoWard recorded(List<Path> records) {
        List<ReplayPatient> patients = new ArrayList<>();
        for (Path record : records) {
            try {
                ReplaySource source = new RecordedSource(record);
                patients.add(new ReplayPatient("mitdb-" + source.name(), source, Duration.ZERO));
            } catch (IOException e) {
                throw new CommandFailed(e.getMessage(), e);
            }
        }
        Path folder = records.get(0).toAbsolutePath().normalize().getParent();
        return new DemoWard(
                patients, patients.size() + " MIT-BIH records from " + folder + ", with their reference annotations");
    }

    private static DemoWard simulated(int count) {
        PatientSimulator simulator = new PatientSimulator(SEED);
        List<ReplayPatient> patients = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int number = i;
            ReplaySource source =
                    new SimulatedSource(() -> simulator.patient(number, SIMULATED_LENGTH, SIMULATED_RATE));
            patients.add(ReplayPatient.of(source));
        }
        return new DemoWard(
                patients,
                count + " simulated patients, with their true annotations"
                        + " (no MIT-BIH records found; fetch them with 'rwave data fetch mitdb')");
    }
}
