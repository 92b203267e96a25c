package org.rwave.cli.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.rwave.cli.CommandFailed;

/**
 * Where the embedded broker keeps its data, held under a lock of our own. Kafka's lock comes too late: a second broker
 * has rewritten the metadata log of the first by the time it notices.
 */
final class StateDirectory implements AutoCloseable {
    private final Path directory;
    private final boolean isTemporary;
    private final FileChannel lockFile;

    private StateDirectory(Path directory, boolean isTemporary, FileChannel lockFile) {
        this.directory = directory;
        this.isTemporary = isTemporary;
        this.lockFile = lockFile;
    }

    /** Opens {@code kept}, creating it if need be; without it, a temporary directory that {@link #close} deletes. */
    static StateDirectory open(Optional<Path> kept) {
        Path wanted = kept.orElse(null);
        try {
            Path directory =
                    wanted == null ? Files.createTempDirectory("rwave-broker-") : Files.createDirectories(wanted);
            return new StateDirectory(directory, wanted == null, lock(directory));
        } catch (IOException e) {
            throw new CommandFailed(
                    "cannot keep broker data in " + (wanted == null ? "the temporary directory" : wanted) + ": " + e,
                    e);
        }
    }

    @SuppressWarnings("resource") // the channel stays open as long as the lock is wanted
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel file =
                FileChannel.open(directory.resolve("rwave.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            throw new CommandFailed("state directory " + directory
                    + " is in use by another embedded broker; stop that one or choose another directory");
        }
        return file;
    }

    /** Kafka's own data directory. */
    Path logs() {
        return directory.resolve("kafka");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
            if (isTemporary) {
                delete(directory);
            }
        } catch (IOException e) {
            throw new CommandFailed("cannot release " + directory + ": " + e, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
