package org.rwave.cli.simulate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.score.TimeOption;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.RecordDescription;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.recording.WfdbRecordWriter;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.ecg.simulate.ScenarioCatalog;
import org.rwave.ecg.simulate.SimulatedRecording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave simulate}: simulated patients with their ground truth, as WFDB records. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Write simulated patients as WFDB records (.hea .dat .atr).",
        footer = {"", "Example: rwave simulate --out ward --patients 8 --duration 30:00 --seed 7"})
public final class SimulateCommand implements Callable<Integer> {
    private static final int SAMPLES_PER_READ = 8192;
    private static final int TWELVE_BITS = 212;
    private static final String ANNOTATOR = "atr";

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write; created if it is not there.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many patients: records sim1 to simN (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "30:00",
            description = "Length of each record, unless a scenario gives it (default: ${DEFAULT-VALUE}).")
    private Duration duration;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "360",
            description = "Samples per second, 100 to 1000 (default: ${DEFAULT-VALUE}).")
    private double hertz;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same records (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What happens to each patient, instead of a ward mix; list shows the names.")
    private Optional<String> scenario = Optional.empty();

    @Option(names = "--force", description = "Replace records that are there already.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (scenario.equals(Optional.of("list"))) {
            list(spec.commandLine().getOut());
            return 0;
        }
        check();
        Path folder = Files.createDirectories(out.orElseThrow());
        for (int number = 1; number <= patients; number++) {
            write(folder, patient(number));
        }
        return 0;
    }

    private static void list(PrintWriter out) {
        for (ScenarioCatalog.Named named : ScenarioCatalog.all()) {
            out.printf("%-26s %s%n", named.label(), named.description());
        }
        out.flush();
    }

    private void check() {
        if (out.isEmpty()) {
            throw wrong("--out DIR is missing: where to write the records");
        }
        if (patients < 1) {
            throw wrong("--patients must be at least 1, was " + patients);
        }
        if (!(hertz >= 100 && hertz <= 1000)) {
            throw wrong("--rate must be 100 to 1000, was " + hertz);
        }
        if (duration.isZero()) {
            throw wrong("--duration must be positive");
        }
        if (scenario.isPresent() && ScenarioCatalog.find(scenario.get()).isEmpty()) {
            throw wrong("there is no scenario \"" + scenario.get() + "\"; --scenario list shows those there are");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private SimulatedRecording patient(int number) {
        PatientSimulator ward = new PatientSimulator(seed);
        SamplingRate rate = new SamplingRate(hertz);
        return scenario.flatMap(ScenarioCatalog::find)
                .map(named -> ward.patient(number, named.scenario(), rate))
                .orElseGet(() -> ward.patient(number, duration, rate));
    }

    private void write(Path folder, SimulatedRecording recording) throws IOException {
        Path record = folder.resolve(recording.name());
        if (!force && Files.exists(folder.resolve(recording.name() + ".hea"))) {
            throw new CommandFailed("record " + record + " is there already; pass --force to replace it");
        }
        List<String> comments =
                List.of("simulated by rwave: seed " + seed + ", " + scenario.orElse("ward mix") + "; no patient");
        RecordDescription description =
                new RecordDescription(recording.rate(), recording.leads(), TWELVE_BITS, Optional.empty(), comments);
        long samples;
        try (WfdbRecordWriter writer = new WfdbRecordWriter(record, description)) {
            int[] raw = new int[SAMPLES_PER_READ * recording.leads().size()];
            int read = recording.read(raw, SAMPLES_PER_READ);
            while (read > 0) {
                writer.write(raw, read);
                read = recording.read(raw, SAMPLES_PER_READ);
            }
            samples = writer.length();
        }
        AnnotationFile.write(Recordings.annotationFile(record, ANNOTATOR), recording.annotations());
        PrintWriter told = spec.commandLine().getOut();
        told.printf(
                "%s  %d samples, %d annotations%n",
                record, samples, recording.annotations().size());
        told.flush();
    }
}
