package org.rwave.ecg.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the real recordings for tests, and skips the test with the reason where they are absent. */
public final class TestData {
    private TestData() {}

    /** The folder {@code name} of the test data, such as {@code mitdb}; skips the running test where it is absent. */
    public static Path folder(String name) {
        Path folder = root().resolve(name);
        Assumptions.assumeTrue(
                Files.isDirectory(folder),
                () -> "no recordings at " + folder.toAbsolutePath().normalize()
                        + "; set RWAVE_DATA to the folder that holds " + name);
        return folder;
    }

    private static Path root() {
        String configured = System.getenv("RWAVE_DATA");
        if (configured != null && !configured.isBlank()) {
            return Path.of(configured);
        }
        return Path.of(System.getProperty("rwave.root", "..")).resolve("../shared/data");
    }
}
