package org.rwave.trainer.training.trees;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has lightgbm4j unpack LightGBM's native library into a directory that goes with the process. Left alone, lightgbm4j
 * 4.3.0-1 writes it to the same file in {@code java.io.tmpdir} in every process, and so pulls it from under the feet of
 * processes that are running it: they die of SIGBUS or SIGSEGV.
 */
final class LightGbmLibrary {
    private static final String TEMPORARY = "java.io.tmpdir";

    private static boolean isLoaded;

    private LightGbmLibrary() {}

    /**
     * Call before the first use of LightGBM.
     *
     * @throws IllegalArgumentException when it does not load on this machine
     */
    static synchronized void load() {
        if (isLoaded) {
            return;
        }
        String shared = System.getProperty(TEMPORARY);
        try {
            Path own = Files.createTempDirectory("rwave-lightgbm");
            System.setProperty(TEMPORARY, own.toString());
            isLoaded = LGBMBooster.isNativeLoaded(); // the class loads the library when it is first touched
            deleteOnExit(own);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot unpack LightGBM's library into the temporary directory: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw missing(e);
        } finally {
            System.setProperty(TEMPORARY, shared);
        }
        if (!isLoaded) {
            throw missing(null);
        }
    }

    private static IllegalArgumentException missing(Throwable cause) {
        return new IllegalArgumentException(
                "members.trees asks for boosted trees, but LightGBM's native library does not load on this machine; on"
                        + " Linux install libgomp (Debian, Ubuntu: apt-get install libgomp1), or train without trees:"
                        + " --set members.trees=0",
                cause);
    }

    /** Deletion runs in reverse: the files first. */
    private static void deleteOnExit(Path directory) throws IOException {
        directory.toFile().deleteOnExit();
        try (Stream<Path> files = Files.list(directory)) {
            List<File> unpacked = files.map(Path::toFile).toList();
            unpacked.forEach(File::deleteOnExit);
        }
    }
}
