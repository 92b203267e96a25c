package org.rwave.models;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Unpacks ONNX Runtime's native libraries into a directory that goes with the process. ONNX Runtime would do so itself,
 * but registers its temporary directory for deletion after the files in it; deletion runs in reverse, so that every run
 * leaves an empty directory behind.
 */
final class NativeLibraries {
    private static final String LOCATION = "onnxruntime.native.path";
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /** Call before the first use of ONNX Runtime. Where the user has named a location, or none fits, changes nothing. */
    static synchronized void unpack() {
        String platform = "/ai/onnxruntime/native/" + platform() + "/";
        if (System.getProperty(LOCATION) != null
                || NativeLibraries.class.getResource(platform + System.mapLibraryName(NAMES.get(0))) == null) {
            return;
        }
        try {
            Path directory = Files.createTempDirectory("rwave-onnxruntime");
            directory.toFile().deleteOnExit();
            for (String name : NAMES) {
                unpack(platform + System.mapLibraryName(name), directory.resolve(System.mapLibraryName(name)));
            }
            System.setProperty(LOCATION, directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot unpack ONNX Runtime's libraries into the temporary directory: " + e.getMessage(), e);
        }
    }

    private static void unpack(String resource, Path file) throws IOException {
        try (InputStream library = NativeLibraries.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("the ONNX Runtime jar has no " + resource);
            }
            File target = file.toFile();
            target.deleteOnExit();
            Files.copy(library, file);
        }
    }

    /** As ONNX Runtime names the folders in its jar. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String systemName = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        boolean isArm = machine.equals("aarch64") || machine.equals("arm64");
        return systemName + "-" + (isArm ? "aarch64" : "x64");
    }
}
