package org.rwave.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.FoldsFile;
import org.rwave.trainer.training.EnsembleTask;
import org.rwave.trainer.training.HyperParameterFile;
import org.rwave.trainer.training.MemberTask;

class RunDirectoryTest {
    private static final Instant NOW = Instant.parse("2024-02-03T04:05:06.789Z");

    @TempDir
    Path folder;

    @Test
    void what_a_run_was_begun_with_can_be_read_back() throws IOException {
        RunSettings settings = settings(Map.of("epochs", "7", "variants", "REFERENCE, DETECTOR*0.5"), 3, "a/model");

        begun(settings);

        RunSettings read = RunDirectory.open(folder.resolve("run")).settings();
        assertThat(read).isEqualTo(settings);
        assertThat(Files.readString(folder.resolve("run/run.properties")))
                .contains("\nhyper.epochs=7\n")
                .contains("\ndataHash=ab12\n")
                .contains("\npreprocessing=rwave-beat-")
                .contains("\nmachine.cores=2\n");
    }

    @Test
    void going_on_with_other_settings_is_refused_with_file_line_key_and_rule() throws IOException {
        RunDirectory directory = begun(settings(Map.of(), 1, "model"));
        List<String> lines = Files.readAllLines(folder.resolve("run/run.properties"));

        assertThatThrownBy(() -> directory.requireSettings(settings(Map.of("batch", "64"), 1, "model")))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("run/run.properties") + " line " + (1 + lines.indexOf("hyper.batch=256"))
                        + ": hyper.batch is '256' there and '64' here; a run goes on with what it was begun with, or is"
                        + " begun anew without --resume");
        assertThatThrownBy(() -> directory.requireSettings(settings(Map.of(), 2, "model")))
                .hasMessageContaining("seeds is '1' there and '2' here");
        directory.requireSettings(settings(Map.of(), 1, "model"));
    }

    @Test
    void going_on_with_other_data_is_refused() throws IOException {
        RunDirectory directory = begun(settings(Map.of(), 1, "model"));

        directory.requireData("ab12");
        assertThatThrownBy(() -> directory.requireData("cd34"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("dataHash is 'ab12' there and 'cd34' here; the recordings or the code");
    }

    @Test
    void a_folder_is_not_begun_twice_and_one_without_a_run_is_not_gone_on_with() throws IOException {
        begun(settings(Map.of(), 1, "model"));

        assertThatThrownBy(() -> RunDirectory.create(Optional.of(folder.resolve("run")), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds a run already; go on with it by --resume");
        assertThatThrownBy(() -> RunDirectory.open(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder + " holds no run: there is no file run.properties in it");
    }

    @Test
    void a_line_that_makes_no_sense_is_named() throws IOException {
        RunDirectory directory = begun(settings(Map.of(), 1, "model"));
        Path file = folder.resolve("run/run.properties");
        Files.writeString(file, "# comment\nseeds\n");

        assertThatThrownBy(directory::settings)
                .isInstanceOf(IOException.class)
                .hasMessage(file + " line 2: not KEY=VALUE: seeds");
    }

    @Test
    void every_member_of_a_run_has_a_file_of_its_own() throws IOException {
        RunSettings settings = new RunSettings(
                HyperParameterFile.read(Optional.empty(), Map.of("members.waveform", "1", "members.features", "3")),
                FoldsFile.parse("folds", List.of("a b = 101", "a-c = 106")),
                3,
                true,
                "model",
                "abc");

        List<String> names = settings.plan().stream()
                .flatMap(ensemble -> ensemble.members(settings.parameters()).stream())
                .map(MemberTask::fileName)
                .toList();

        assertThat(names).hasSize(3 * 3 * 7).doesNotHaveDuplicates().contains("a-b-seed-1-network-1");
        assertThat(names).contains("ds1-seed-2001-network-4", "ds1-seed-2001-trees-3");
    }

    @Test
    void other_seeds_are_cross_validated_only_when_asked_for() throws IOException {
        List<EnsembleTask> plan = settings(Map.of("seed", "5"), 3, "model").plan();

        assertThat(plan).hasSize(DataSplit.DS1_FOLDS.size() + 3);
        assertThat(plan)
                .filteredOn(task -> task.learnsFrom().equals(DataSplit.DS1))
                .extracting(EnsembleTask::seed)
                .containsExactly(5L, 1005L, 2005L);
        assertThat(settings(Map.of(), 3, "").plan()).hasSize(DataSplit.DS1_FOLDS.size());
    }

    private RunDirectory begun(RunSettings settings) throws IOException {
        RunDirectory directory = RunDirectory.create(Optional.of(folder.resolve("run")), NOW);
        directory.begin(settings, "ab12", Map.of("machine.cores", "2"));
        return directory;
    }

    private static RunSettings settings(Map<String, String> overrides, int seeds, String out) throws IOException {
        return new RunSettings(
                HyperParameterFile.read(Optional.empty(), overrides), DataSplit.DS1_FOLDS, seeds, false, out, "abc");
    }
}
