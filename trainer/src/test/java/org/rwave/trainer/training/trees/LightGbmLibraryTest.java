package org.rwave.trainer.training.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.trainer.data.SimulatedBeats;

/** In JVMs of their own, since a library is loaded once. */
class LightGbmLibraryTest {
    @TempDir
    Path folder;

    @Test
    void the_library_of_another_process_stays_as_it_is_and_nothing_is_left_behind()
            throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path theirs = Files.writeString(temporary.resolve("lib_lightgbm.so"), "mapped by another process");

        String said = said(temporary, Map.of());

        assertThat(said).contains("trees: 8; temporary directory as before: true");
        assertThat(theirs).hasContent("mapped by another process");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).containsExactly(theirs);
        }
    }

    @Test
    void a_library_that_does_not_load_is_one_clear_line() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));

        String said = said(temporary, Map.of("LIGHTGBM_NATIVE_LIB_PATH", folder.toString()));

        assertThat(said)
                .contains("refused: members.trees asks for boosted trees")
                .contains("install libgomp");
    }

    private String said(Path temporary, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                TrainOnce.class.getName());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return Files.readString(output);
    }

    /** What the child does. */
    static final class TrainOnce {
        private TrainOnce() {}

        public static void main(String[] args) {
            String before = System.getProperty("java.io.tmpdir");
            TreeParameters.NormalShares all = new TreeParameters.NormalShares(1, 1, 1);
            TreeParameters parameters = new TreeParameters(1, 2, 0.1, 4, 1, 1, 0, 20, 1, all);
            TreeSample sample = new TreeSample(SimulatedBeats.of("101", 300, 1), all, 0, 0.5, new Random(1));
            int[] columns = TreeSample.columnsWithout(Set.of());
            try {
                List<?> trees = LightGbmText.read(LightGbm.train(parameters, sample, columns, 1), columns);
                System.out.println("trees: " + trees.size() + "; temporary directory as before: "
                        + before.equals(System.getProperty("java.io.tmpdir")));
            } catch (IllegalArgumentException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }
}
