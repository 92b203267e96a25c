package org.rwave.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.data.SimulatedWard;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.data.VariantText;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.export.Provenance;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.training.EpochRecord;
import org.rwave.trainer.training.HyperParameterFile;
import org.rwave.trainer.training.TrainingEngine;

/** Learns from simulated patients alone, so that no recordings are needed. */
class TrainingRunTest {
    private static TrainingData data;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeAll
    static void capture() throws IOException {
        TrainingEngine.start(1);
        TrainingData.Plan plan = new TrainingData.Plan(
                new DataSplit("nobody", List.of()),
                ClassMapping.LITERATURE,
                VariantText.parseList("REFERENCE"),
                new SimulatedWard(3, 0, 0, Duration.ofMinutes(2), 4, List.of(CaptureVariant.REFERENCE)),
                1);
        data = TrainingData.capture(RecordAccess.forTraining(Path.of("nowhere")), plan, (what, beats) -> {});
    }

    @Test
    void a_run_that_was_stopped_goes_on_to_the_same_model() throws IOException {
        RunSettings settings = settings();
        AtomicInteger asked = new AtomicInteger();
        RunDirectory stopped = begun("stopped", settings);
        TrainingRun first = run(settings, stopped, "ab12", () -> asked.incrementAndGet() < 5);

        assertThatThrownBy(() -> first.train(List.of(settings.model(1)), true))
                .isInstanceOf(InterruptedRunException.class);

        byte[] resumed = trained(settings, run(settings, stopped, "ab12", () -> true));
        byte[] unbroken = trained(settings, run(settings, begun("unbroken", settings), "ab12", () -> true));
        assertThat(resumed).isEqualTo(unbroken);
    }

    @Test
    void a_run_that_was_stopped_between_trees_goes_on_with_the_next() throws IOException {
        RunSettings settings = settings();
        RunDirectory stopped = begun("stopped", settings);
        Path checkpoints = stopped.folder().resolve("checkpoints");
        BooleanSupplier untilTheFirstTrees = () -> !Files.exists(checkpoints.resolve("ds1-seed-1-trees-1.checkpoint"));
        TrainingRun first = run(settings, stopped, "ab12", untilTheFirstTrees);

        assertThatThrownBy(() -> first.train(List.of(settings.model(1)), true))
                .isInstanceOf(InterruptedRunException.class);
        assertThat(checkpoints.resolve("ds1-seed-1-trees-2.checkpoint")).doesNotExist();
        log.reset();
        byte[] resumed = trained(settings, run(settings, stopped, "ab12", () -> true));

        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "DS1 seed 1, trees [23]: \\d+ trees, \\d+ s; in all 20 epochs and 1[56] forests, \\d+ s"));
        assertThat(resumed)
                .isEqualTo(trained(settings, run(settings, begun("unbroken", settings), "ab12", () -> true)));
    }

    @Test
    void each_epoch_is_kept_and_reported_with_the_time_left() throws IOException {
        RunSettings settings = settings();
        TrainingRun run = run(settings, begun("run", settings), "ab12", () -> true);

        trained(settings, run);

        List<EpochRecord> epochs = run.epochs();
        assertThat(epochs).hasSize(2 * 2);
        assertThat(epochs).allSatisfy(epoch -> assertThat(epoch.loss()).isPositive());
        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains(", epoch "))
                .hasSize(4)
                .allMatch(line -> line.matches("DS1 seed 1, network [12], epoch [12] of 2, loss \\d\\.\\d{4}, .* left;"
                        + " in all 2[0-3] epochs and 18 forests, .* without the forests"));
        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsPattern("trees 1: .*; in all 20 epochs and 17 forests, \\d+ s\\R")
                .containsPattern("trees 3: .*; in all 20 epochs and 15 forests, \\d+ s\\R");
    }

    @Test
    void a_network_that_another_process_is_training_is_left_to_it() throws Exception {
        RunSettings settings = settings();
        RunDirectory directory = begun("run", settings);
        TrainingRun run = run(settings, directory, "ab12", () -> true);
        Path checkpoints = directory.folder().resolve("checkpoints");

        try (ProcessLock other = new ProcessLock(checkpoints.resolve("ds1-seed-1-network-2.lock"))) {
            assertThat(other).isNotNull();
            run.train(List.of(settings.model(1)), false);
        }

        assertThat(checkpoints.resolve("ds1-seed-1-network-1.checkpoint")).exists();
        assertThat(checkpoints.resolve("ds1-seed-1-network-2.checkpoint")).doesNotExist();
        run.train(List.of(settings.model(1)), true);
        assertThat(checkpoints.resolve("ds1-seed-1-network-2.checkpoint")).exists();
    }

    @Test
    void checkpoints_of_other_data_are_refused_with_file_and_line() throws IOException {
        RunSettings settings = settings();
        RunDirectory directory = begun("run", settings);
        trained(settings, run(settings, directory, "ab12", () -> true));

        TrainingRun other = run(settings, directory, "cd34", () -> true);

        assertThatThrownBy(() -> other.train(List.of(settings.model(1)), true))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        directory.folder().resolve("checkpoints/ds1-seed-1-network-1.checkpoint") + " line ")
                .hasMessageContaining("dataHash is 'ab12' there and 'cd34' here");
    }

    @Test
    void a_finished_run_leaves_its_figures_in_its_folder_and_a_line_in_the_index() throws IOException {
        RunSettings settings = settings();
        RunDirectory directory = begun("run", settings);
        TrainingRun run = run(settings, directory, "ab12cd34ef56aa", () -> true);
        trained(settings, run);
        RunResult result = new RunResult(settings, directory);
        result.model(1, Path.of("model"), "f00d");

        result.write(run.epochs(), Instant.parse("2024-02-03T04:05:06Z"), Instant.parse("2024-02-03T04:35:06Z"));
        result.write(run.epochs(), Instant.parse("2024-02-03T04:05:06Z"), Instant.parse("2024-02-03T04:35:06Z"));

        List<String> index = Files.readAllLines(folder.resolve("index.tsv"));
        assertThat(index).hasSize(3);
        assertThat(index.get(0).split("\t", -1)).hasSameSizeAs(index.get(1).split("\t", -1));
        assertThat(index.get(1))
                .startsWith("run\t2024-02-03T04:35:06Z\t30.0\tabc\t")
                .contains("f00d")
                .contains("epochs=2");
        assertThat(Files.readAllLines(directory.folder().resolve("epochs.tsv"))).hasSize(1 + 4);
        assertThat(Files.readString(directory.folder().resolve("result.properties")))
                .contains("model.seed1=model SHA-256 f00d");
    }

    private RunDirectory begun(String name, RunSettings settings) throws IOException {
        RunDirectory directory = RunDirectory.create(Optional.of(folder.resolve(name)), Instant.EPOCH);
        directory.begin(settings, "ab12cd34ef56aa", Map.of());
        return directory;
    }

    private TrainingRun run(RunSettings settings, RunDirectory directory, String dataHash, BooleanSupplier mayGoOn) {
        PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
        return new TrainingRun(settings, data, dataHash, directory, new TrainingRun.Circumstances(out, 1, mayGoOn));
    }

    private static byte[] trained(RunSettings settings, TrainingRun run) throws IOException {
        run.train(List.of(settings.model(1)), true);
        try (Ensemble ensemble = run.ensemble(settings.model(1))) {
            return NetworkExport.toOnnx(
                    ensemble,
                    1,
                    Provenance.outOfFold(settings.parameters(), DataSplit.DS1).toMap());
        }
    }

    private static RunSettings settings() throws IOException {
        return new RunSettings(
                HyperParameterFile.read(
                        Optional.empty(),
                        Map.of("epochs", "2", "batch", "64", "members.waveform", "1", "members.features", "1")),
                DataSplit.DS1_FOLDS,
                1,
                false,
                "model",
                "abc");
    }
}
