package org.rwave.trainer.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock on a file, held by another process until this object is closed. */
final class ProcessLock implements AutoCloseable {
    private final Process holder;

    ProcessLock(Path file) throws IOException, URISyntaxException {
        Path classes = Path.of(ProcessLock.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes.toString(),
                        ProcessLock.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (holder.getInputStream().read() != 'h') {
            throw new IOException("the other process could not lock " + file);
        }
    }

    /** The other process: holds the lock until it is told to end. */
    public static void main(String[] args) throws IOException {
        try (FileChannel channel =
                FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            System.out.write('h');
            System.out.flush();
            if (System.in.read() >= 0) {
                throw new IOException("nothing but the end of input was expected");
            }
        }
    }

    @Override
    public void close() throws IOException {
        holder.getOutputStream().close();
        holder.onExit().join();
    }
}
