package org.rwave.trainer.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.trainer.checkpoint.WholeFile;

/** Lines {@code KEY=VALUE} of a run's folder; {@code #} at the beginning of a line makes it a comment. */
final class RunFile {
    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private RunFile(Path file) {
        this.file = file;
    }

    /** Replaces {@code file}. */
    static void write(Path file, String comment, Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder("# " + comment + "\n");
        values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static RunFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file; a run's folder has one");
        }
        RunFile read = new RunFile(file);
        List<String> all = Files.readAllLines(file);
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read.accept(line, i + 1);
            }
        }
        return read;
    }

    private void accept(String line, int number) throws IOException {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            throw new IOException(file + " line " + number + ": not KEY=VALUE: " + line);
        }
        values.put(line.substring(0, equals), line.substring(equals + 1));
        lines.put(line.substring(0, equals), number);
    }

    /** The value of {@code key}, which must be there. */
    String get(String key) throws IOException {
        String value = values.get(key);
        if (value == null) {
            throw new IOException(file + ": no line " + key + "=...");
        }
        return value;
    }

    /** Keys that begin with {@code prefix}, without it, and their values. */
    Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** Refuses any difference from {@code wanted}, key by key: {@code rule} says why. */
    void require(Map<String, String> wanted, String rule) throws IOException {
        List<String> keys = new ArrayList<>(wanted.keySet());
        for (String key : keys) {
            String present = values.getOrDefault(key, "");
            if (!present.equals(wanted.get(key))) {
                throw new IOException(file + (lines.containsKey(key) ? " line " + lines.get(key) : "") + ": " + key
                        + " is '" + present + "' there and '" + wanted.get(key) + "' here; " + rule);
            }
        }
    }
}
