package org.rwave.trainer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    private static final Map<String, String> IDENTITY = Map.of("hyper.epochs", "5", "dataHash", "ab12");

    @TempDir
    Path folder;

    private Path path;
    private CheckpointFile file;

    @BeforeEach
    void setUp() {
        path = folder.resolve("one.checkpoint");
        file = new CheckpointFile(path);
    }

    @Test
    void gives_back_what_was_put() throws IOException {
        file.write(checkpoint());

        Checkpoint read = file.read(IDENTITY).orElseThrow();

        assertThat(read.text("losses")).isEqualTo("0.5 0.25");
        assertThat(read.numbers("weight.a")).containsExactly(1.5f, Float.MIN_VALUE, -0f);
        assertThat(read.has("weight.b")).isTrue();
        assertThat(read.numbers("weight.b")).isEmpty();
    }

    @Test
    void its_header_is_text_as_documented() throws IOException {
        file.write(checkpoint());

        byte[] bytes = Files.readAllBytes(path);
        String header = """
                rwave checkpoint 1
                hyper.epochs=5
                dataHash=ab12
                losses=0.5 0.25
                array weight.a=3
                array weight.b=0
                end
                """;
        assertThat(new String(bytes, 0, header.length(), StandardCharsets.UTF_8))
                .isEqualTo(header);
        assertThat(bytes).hasSize(header.length() + 3 * Float.BYTES + 32);
    }

    @Test
    void there_may_be_none_and_nothing_unfinished_is_left_behind() throws IOException {
        assertThat(file.read(IDENTITY)).isEmpty();

        file.write(checkpoint());
        file.write(checkpoint());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void one_made_for_something_else_is_refused_with_file_line_key_and_rule() throws IOException {
        file.write(checkpoint());

        assertThatThrownBy(() -> file.read(Map.of("hyper.epochs", "6")))
                .isInstanceOf(IOException.class)
                .hasMessage(path + " line 2: hyper.epochs is '5' there and '6' here; training goes on from a checkpoint"
                        + " only with the same network, hyper-parameters, preprocessing and data");
    }

    @Test
    void a_file_that_was_cut_short_or_changed_is_refused() throws IOException {
        file.write(checkpoint());
        byte[] whole = Files.readAllBytes(path);

        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> file.read(IDENTITY))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(path.toString());
        }
        whole[whole.length - 40] ^= 1;
        Files.write(path, whole);
        assertThatThrownBy(() -> file.read(IDENTITY))
                .hasMessage(path + ": damaged checkpoint, its SHA-256 does not fit its content; delete it to train this"
                        + " network anew");
    }

    @Test
    void what_would_break_the_header_cannot_be_put() {
        assertThatThrownBy(() -> new Checkpoint().put("a=b", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint().put("a", "b\nc")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Checkpoint checkpoint() {
        return new Checkpoint()
                .put("hyper.epochs", "5")
                .put("dataHash", "ab12")
                .put("losses", "0.5 0.25")
                .put("weight.a", new float[] {1.5f, Float.MIN_VALUE, -0f})
                .put("weight.b", new float[0]);
    }
}
