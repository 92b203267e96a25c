package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.trainer.data.DataHash;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.FoldsFile;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.run.Machine;
import org.rwave.trainer.run.RunDirectory;
import org.rwave.trainer.run.RunSettings;
import org.rwave.trainer.run.TrainingRun;
import org.rwave.trainer.run.Workers;
import org.rwave.trainer.training.HyperParameterFile;
import org.rwave.trainer.training.HyperParameters;
import org.rwave.trainer.training.TrainingEngine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that training and cross-validation share, and how a run is begun or gone on with. */
final class RunOptions {
    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Hyper-parameters that differ from the defaults (key=value lines).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One hyper-parameter; may be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--folds",
            paramLabel = "FILE",
            description = "How DS1 is cut for cross-validation: lines NAME = RECORD RECORD ... Default: five folds.")
    private Optional<Path> folds = Optional.empty();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Train N times, with seeds 1000 apart, and give the mean figures. Default: 1.")
    private Optional<Integer> seeds = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processes that share the work; the result does not depend on it. Default: ${DEFAULT-VALUE}.")
    private int parallel;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description = "Folder for checkpoints and results of this run. Default: runs/TIME.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with the interrupted run in DIR; everything it was begun with is known from there.")
    private Optional<Path> resumed = Optional.empty();

    @Option(
            names = "--revision",
            paramLabel = "NAME",
            description = "Source revision for the model's metadata. Default: that of this checkout, where it is one.")
    private Optional<String> revision = Optional.empty();

    /** A run that stands ready, on the records in folder {@code mitdb}. */
    record Ready(RunSettings settings, RunDirectory directory, TrainingRun run, Instant begun, Path mitdb) {}

    boolean resumes() {
        return resumed.isPresent();
    }

    /** Reads the settings, captures the beats, opens the folder and starts the other processes. */
    Ready ready(Optional<Path> out, boolean crossValidateEach, PrintStream log) throws IOException {
        Instant begun = Instant.now();
        if (parallel < 1 || parallel > 64) {
            throw new IllegalArgumentException("--parallel must be from 1 to 64, was " + parallel);
        }
        if (resumed.isPresent() && folder.isPresent()) {
            throw new IllegalArgumentException("--run begins a run and --resume goes on with one; give one of them");
        }
        Optional<RunDirectory> present =
                resumed.isPresent() ? Optional.of(RunDirectory.open(resumed.get())) : Optional.empty();
        RunSettings settings = settings(present, out, crossValidateEach);
        log.println("hyper-parameters: " + settings.parameters().onOneLine());
        Path mitdb = data.mitdb();
        folder.ifPresent(RunDirectory::requireNew);
        TrainingEngine.start(settings.parameters().threads());
        TrainingData beats = Capture.of(settings.parameters(), mitdb, parallel, log);
        String dataHash = DataHash.of(beats.of(DataSplit.DS1));
        Map<String, String> circumstances = new LinkedHashMap<>(Machine.describe(begun));
        circumstances.put(
                "captureSeconds",
                Long.toString(Duration.between(begun, Instant.now()).toSeconds()));
        RunDirectory directory = present.isPresent() ? present.get() : RunDirectory.create(folder, begun);
        if (present.isPresent()) {
            directory.requireData(dataHash);
        } else {
            directory.begin(settings, dataHash, circumstances);
        }
        log.println("run " + directory.folder() + ", data " + dataHash.substring(0, 12) + ", revision "
                + settings.revision());
        Workers.start(parallel - 1, directory.folder(), mitdb.toAbsolutePath().getParent());
        TrainingRun run = new TrainingRun(
                settings, beats, dataHash, directory, new TrainingRun.Circumstances(log, parallel, () -> true));
        return new Ready(settings, directory, run, begun, mitdb);
    }

    private RunSettings settings(Optional<RunDirectory> present, Optional<Path> out, boolean crossValidateEach)
            throws IOException {
        if (config.isPresent() && !Files.isRegularFile(config.get())) {
            throw new NoSuchFileException(config.get() + " is not a file; --config names the hyper-parameters");
        }
        if (present.isEmpty()) {
            return new RunSettings(
                    HyperParameterFile.read(config, overrides),
                    folds.isPresent() ? FoldsFile.read(folds.get()) : DataSplit.DS1_FOLDS,
                    seeds.orElse(1),
                    crossValidateEach,
                    out.map(Path::toString).orElse(""),
                    revision.orElse(System.getProperty("rwave.revision", "unknown")));
        }
        RunSettings begun = present.get().settings();
        RunSettings wanted = new RunSettings(
                parameters(begun.parameters()),
                folds.isPresent() ? FoldsFile.read(folds.get()) : begun.folds(),
                seeds.orElse(begun.seeds()),
                crossValidateEach || begun.crossValidateEach(),
                out.map(Path::toString).orElse(begun.out()),
                begun.revision());
        present.get().requireSettings(wanted);
        return wanted;
    }

    private HyperParameters parameters(HyperParameters begun) throws IOException {
        if (config.isPresent()) {
            return HyperParameterFile.read(config, overrides);
        }
        Map<String, String> values = new LinkedHashMap<>(begun.source());
        values.putAll(overrides);
        return HyperParameterFile.read(Optional.empty(), values);
    }

    /** All seeds of {@code settings}, or the first alone. */
    static List<Long> crossValidated(RunSettings settings) {
        return settings.crossValidateEach()
                ? settings.seedNumbers()
                : settings.seedNumbers().subList(0, 1);
    }
}
