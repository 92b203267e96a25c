package org.rwave.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.ecg.beat.BeatInput;

/**
 * Some versions of ONNX Runtime write a device id and a telemetry queue below the home directory, but not where {@code
 * CI} is set. So a JVM of its own runs without it, in fresh directories, and must leave them empty.
 */
class NothingIsWrittenTest {
    private static final List<String> HOMES = List.of("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME");

    @TempDir
    Path folder;

    @Test
    void classifying_leaves_no_file_behind() throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path output = folder.resolve("output.txt");

        int exit = child(home, temporary, output).waitFor();

        assertThat(Files.readString(output)).contains("classified");
        assertThat(exit).isZero();
        assertThat(filesBelow(home)).isEmpty();
        assertThat(filesBelow(temporary)).isEmpty();
    }

    private static Process child(Path home, Path temporary, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ClassifyOnce.class.getName());
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("CI") || name.startsWith("ORT_") || name.contains("GITHUB"));
        HOMES.forEach(name -> environment.put(name, home.toString()));
        environment.put("TMPDIR", temporary.toString());
        return builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static List<Path> filesBelow(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> !path.equals(directory)).toList();
        }
    }

    /** What the child does. */
    static final class ClassifyOnce {
        private ClassifyOnce() {}

        public static void main(String[] args) {
            try (BeatModel model = BeatModel.of(new TinyModel().toBytes(), "tiny");
                    OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
                System.out.println("classified: " + classifier.classify(new BeatInput()));
            }
        }
    }
}
