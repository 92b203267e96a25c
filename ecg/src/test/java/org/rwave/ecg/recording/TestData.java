package org.rwave.ecg.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Finds the real recordings for tests, and skips the test with the reason where they are absent. */
public final class TestData {
    private TestData() {}

    /** The folder {@code name} of the test data, such as {@code mitdb}; skips the running test where it is absent. */
    public static Path folder(String name) {
        List<Path> places = places().stream()
                .map(place -> place.resolve(name).toAbsolutePath().normalize())
                .toList();
        Optional<Path> found = places.stream().filter(Files::isDirectory).findFirst();
        Assumptions.assumeTrue(
                found.isPresent(),
                () -> "no recordings at " + places + "; set RWAVE_DATA to the folder that holds " + name);
        return found.orElseThrow();
    }

    private static List<Path> places() {
        String configured = System.getenv("RWAVE_DATA");
        if (configured != null && !configured.isBlank()) {
            return List.of(Path.of(configured));
        }
        Path root = Path.of(System.getProperty("rwave.root", ".."));
        return List.of(root.resolve("data"), root.resolve("../shared/data"));
    }
}
