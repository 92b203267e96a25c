package org.rwave.ecg.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds recordings by name or path. Folders are searched in this order: the one given on the command line; else
 * {@code $RWAVE_DATA}; else {@code data} and {@code ../shared/data} in the working directory, then beside the checkout
 * ({@code $RWAVE_HOME}, else the nearest folder upwards that holds a {@code .git}).
 */
public final class RecordingFinder {
    private static final String PREFERRED_DATABASE = "mitdb";

    private final Path workingDirectory;
    private final List<Path> roots;

    private RecordingFinder(Path workingDirectory, List<Path> roots) {
        this.workingDirectory = workingDirectory;
        this.roots = roots;
    }

    /**
     * A finder for the surroundings given.
     *
     * @param data the folder given on the command line, if any
     * @param environment as {@link System#getenv()} gives it
     * @param workingDirectory what relative paths refer to
     */
    public static RecordingFinder of(Optional<Path> data, Map<String, String> environment, Path workingDirectory) {
        Path here = workingDirectory.toAbsolutePath().normalize();
        String configured = environment.getOrDefault("RWAVE_DATA", "");
        if (data.isPresent()) {
            return new RecordingFinder(here, List.of(here.resolve(data.get()).normalize()));
        }
        if (!configured.isBlank()) {
            return new RecordingFinder(here, List.of(here.resolve(configured).normalize()));
        }
        Stream<Path> bases = Stream.concat(Stream.of(here), checkout(environment, here).stream());
        return new RecordingFinder(
                here,
                bases.flatMap(base -> Stream.of(base.resolve("data"), base.resolve("../shared/data")))
                        .map(Path::normalize)
                        .distinct()
                        .toList());
    }

    /** A finder for this process: its environment and working directory. */
    public static RecordingFinder ofProcess(Optional<Path> data) {
        return of(data, System.getenv(), Path.of(""));
    }

    /** The folders that are searched. */
    public List<Path> roots() {
        return roots;
    }

    /**
     * The recording {@code name}: a path, or a name such as {@code 100}, {@code mitdb/100} or {@code vfdb/418} in the
     * folders searched or one level below; where several data bases have it, that of {@code mitdb}.
     *
     * @return the path without {@code .hea}, or the path of an EDF file
     * @throws RecordingException in one line that says where it looked
     */
    public Path find(String name) throws IOException {
        try {
            Optional<Path> asPath = recordingAt(workingDirectory.resolve(name));
            if (asPath.isPresent()) {
                return asPath.get();
            }
            for (Path root : roots) {
                Optional<Path> found = findIn(root, name);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        } catch (InvalidPathException e) {
            throw new RecordingException("no recording \"" + name + "\": that is not a valid name", e);
        }
        throw new RecordingException("no recording \"" + name + "\" (" + name + ".hea or " + name
                + ".edf) in the working directory, nor in or one level below " + searched());
    }

    /**
     * All recordings of a data base, a folder given by path or by name: those that its {@code RECORDS} lists and that are
     * there, else every {@code .hea} and {@code .edf}, sorted.
     */
    public List<Path> list(String database) throws IOException {
        List<Path> places = new ArrayList<>(List.of(workingDirectory.resolve(database)));
        roots.forEach(root -> places.add(root.resolve(database)));
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                List<Path> records = recordsIn(place);
                if (!records.isEmpty()) {
                    return records;
                }
            }
        }
        throw new RecordingException(
                "no data base \"" + database + "\" with recordings in the working directory, nor in " + searched());
    }

    /** The recording {@code name} as {@link #find} has it, else all recordings of the data base of that name. */
    public List<Path> findAll(String name) throws IOException {
        try {
            return List.of(find(name));
        } catch (RecordingException notARecord) {
            try {
                return list(name);
            } catch (RecordingException notADatabase) {
                notARecord.addSuppressed(notADatabase);
                throw notARecord;
            }
        }
    }

    private static Optional<Path> findIn(Path root, String name) throws IOException {
        Optional<Path> direct = recordingAt(root.resolve(name));
        if (direct.isPresent() || !Files.isDirectory(root)) {
            return direct;
        }
        for (Path folder : subfolders(root)) {
            Optional<Path> found = recordingAt(folder.resolve(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Path> subfolders(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            Stream<Path> others = entries.filter(Files::isDirectory).sorted();
            return Stream.concat(Stream.of(root.resolve(PREFERRED_DATABASE)), others)
                    .toList();
        }
    }

    private static Optional<Path> recordingAt(Path path) {
        String fileName = String.valueOf(path.getFileName());
        Path bare = fileName.endsWith(".hea")
                ? path.resolveSibling(fileName.substring(0, fileName.length() - ".hea".length()))
                : path;
        if (Files.isRegularFile(bare.resolveSibling(bare.getFileName() + ".hea"))) {
            return Optional.of(bare.normalize());
        }
        Path edf = Recordings.isEdf(path) ? path : path.resolveSibling(fileName + ".edf");
        return Files.isRegularFile(edf) ? Optional.of(edf.normalize()) : Optional.empty();
    }

    private static List<Path> recordsIn(Path folder) throws IOException {
        Path index = folder.resolve("RECORDS");
        if (Files.isRegularFile(index)) {
            return Text.decode(Files.readAllBytes(index))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .flatMap(line -> recordingAt(folder.resolve(line)).stream())
                    .toList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".hea") || Recordings.isEdf(file))
                    .sorted()
                    .flatMap(file -> recordingAt(file).stream())
                    .toList();
        }
    }

    private static Optional<Path> checkout(Map<String, String> environment, Path from) {
        String home = environment.getOrDefault("RWAVE_HOME", "");
        if (!home.isBlank()) {
            return Optional.of(from.resolve(home).normalize());
        }
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private String searched() {
        return roots.stream().map(Path::toString).collect(Collectors.joining(", "))
                + "; name the folder with --data or RWAVE_DATA";
    }
}
