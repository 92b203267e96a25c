package org.rwave.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.beat.Preprocessing;

class BeatModelTest {
    @TempDir
    Path folder;

    @Test
    void its_hash_is_the_sha_256_of_the_file() throws IOException {
        Path file = write(new TinyModel().toBytes());

        try (BeatModel model = BeatModel.load(file)) {
            assertThat(model.hash()).matches("[0-9a-f]{64}");
            assertThat(model.metadata()).isEqualTo(TinyModel.metadata());
        }
        try (BeatModel other = BeatModel.of(new TinyModel().with("seed", "2").toBytes(), "other");
                BeatModel same = BeatModel.load(file)) {
            assertThat(other.hash()).isNotEqualTo(same.hash());
        }
    }

    @Test
    void a_model_for_another_preprocessing_is_refused_naming_both() throws IOException {
        Path file =
                write(new TinyModel().with("preprocessingId", "rwave-beat-0").toBytes());

        assertRefused(file, "rwave-beat-0", Preprocessing.ID);
    }

    @Test
    void a_model_with_other_labels_is_refused_naming_both() throws IOException {
        Path file = write(new TinyModel().with("labels", "N,V").toBytes());

        assertRefused(file, "N,V", "N,S,V,F,Q");
    }

    @Test
    void a_model_with_another_feature_count_is_refused_naming_both_shapes() throws IOException {
        Path file =
                write(new TinyModel().withFeatures(Preprocessing.FEATURES + 1).toBytes());

        assertRefused(file, "[-1, " + (Preprocessing.FEATURES + 1) + "]", "[-1, " + Preprocessing.FEATURES + "]");
    }

    @Test
    void a_model_without_provenance_is_refused_naming_what_is_missing() throws IOException {
        Path file = write(new TinyModel().without("dataHash").toBytes());

        assertRefused(file, "rwave.dataHash");
    }

    /** Protocol buffers can be cut at a field's end and still parse; the last bytes are the likeliest to do so. */
    @ParameterizedTest(name = "{0} bytes missing")
    @ValueSource(ints = {1, 2, 10, 21, 22, 23, 24, 100, 500, 2_000, 8_000})
    void a_file_that_was_cut_short_is_refused(int missing) throws IOException {
        byte[] whole = new TinyModel().toBytes();
        Path file = write(Arrays.copyOf(whole, whole.length - missing));

        assertRefused(file, "cut short");
    }

    @Test
    void no_cut_at_all_is_accepted_or_crashes() {
        byte[] whole = new TinyModel().toBytes();

        for (int length = whole.length - 700; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> BeatModel.of(cut, "cut.onnx")).isInstanceOf(ModelException.class);
        }
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        assertRefused(write(new byte[0]), "cut short");
    }

    @Test
    void a_missing_file_is_refused() {
        assertRefused(folder.resolve("none.onnx"), "no such file");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model.onnx"), bytes);
    }

    /** Every refusal is one line that names the file. */
    private static void assertRefused(Path file, String... parts) {
        assertThatThrownBy(() -> BeatModel.load(file))
                .isInstanceOf(ModelException.class)
                .message()
                .contains(file.toString())
                .contains(parts)
                .doesNotContain("\n");
    }
}
