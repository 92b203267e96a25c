package org.rwave.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.ecg.score.ClassMapping;

class HyperParameterFileTest {
    @TempDir
    Path folder;

    @Test
    void a_file_replaces_defaults_and_the_command_line_replaces_the_file() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.properties"), "epochs=3\nseed=9\nlabels=EC57\n");

        HyperParameters parameters = HyperParameterFile.read(Optional.of(file), Map.of("seed", "10"));

        assertThat(parameters.epochs()).isEqualTo(3);
        assertThat(parameters.seed()).isEqualTo(10);
        assertThat(parameters.labels()).isEqualTo(ClassMapping.EC57);
        assertThat(parameters.onOneLine()).contains("epochs=3; ").contains("seed=10; ");
    }

    @Test
    void every_unknown_key_and_every_bad_value_is_named_in_one_message() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.properties"),
                "epoch=3\nbatch=many\nnetwork.dropout=NaN\nnetwork.channels=16,20\nlabels=AAMI\nfeatures.ignored=9-3\ntrees.leaves=1\n");

        assertThatThrownBy(() -> HyperParameterFile.read(Optional.of(file), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith(file.toString())
                .contains("unknown key epoch")
                .contains("batch must be a whole number")
                .contains("network.dropout must be a number from 0.0 to 0.9, was 'NaN'")
                .contains("network.channels must be multiples of 16")
                .contains("labels must be literature or EC57, was 'AAMI'")
                .contains("features.ignored must be numbers or ranges")
                .contains("trees.leaves must be a whole number from 2.0 to 4096.0, was '1'")
                .doesNotContain("\n");
    }

    @Test
    void an_ensemble_without_any_member_is_refused() {
        Map<String, String> nobody = Map.of("members.waveform", "0", "members.features", "0", "members.trees", "0");

        assertThatThrownBy(() -> HyperParameterFile.read(Optional.empty(), nobody))
                .hasMessageContaining("there must be a member");
    }

    @Test
    void ranges_of_features_are_inclusive() throws IOException {
        HyperParameters parameters = HyperParameterFile.read(Optional.empty(), Map.of("features.ignored", "1, 3-5"));

        assertThat(parameters.ignoredFeatures()).containsExactlyInAnyOrder(1, 3, 4, 5);
    }
}
