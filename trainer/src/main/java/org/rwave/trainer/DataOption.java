package org.rwave.trainer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Finds the recordings: {@code --data}, else {@code $RWAVE_DATA}, else {@code data/}, else {@code ../shared/data}. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that holds mitdb/. Default: $RWAVE_DATA, data/, ../shared/data.")
    private Optional<Path> folder = Optional.empty();

    /** The folder of the MIT-BIH records. */
    Path mitdb() {
        List<Path> candidates = Stream.of(
                        folder.orElse(null),
                        Optional.ofNullable(System.getenv("RWAVE_DATA"))
                                .map(Path::of)
                                .orElse(null),
                        Path.of("data"),
                        Path.of("../shared/data"))
                .filter(Objects::nonNull)
                .toList();
        List<Path> searched = folder.isPresent() ? candidates.subList(0, 1) : candidates;
        return searched.stream()
                .map(path -> path.resolve("mitdb"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no folder mitdb in " + searched
                        + "; fetch the records with 'rwave data fetch mitdb', or give --data"));
    }
}
