package org.rwave.cli.loadtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rwave.cli.CommandFailed;

/**
 * One {@code rwave} command in a JVM of its own, so that its CPU time and memory are its own too. Ends with this process.
 */
final class ChildJvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(15);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final String name;
    private final Process process;
    private final List<String> said = new ArrayList<>();
    private final Thread reader;

    private ChildJvm(String name, Process process) {
        this.name = name;
        this.process = process;
        this.reader = new Thread(this::listen, name + "-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts {@code rwave} with {@code arguments}.
     *
     * @param name for messages and for the log file in {@code logs}
     * @param jvmOptions of the child
     */
    static ChildJvm start(String name, List<String> jvmOptions, List<String> arguments, Path logs) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Dsun.net.httpserver.nodelay=true");
        command.add("-Drwave.log.file=" + logs.resolve(name + ".log"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Leash.class.getName()));
        command.addAll(arguments);
        try {
            return new ChildJvm(
                    name, new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new CommandFailed("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                    said.notifyAll();
                }
            }
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Waits for a line that {@code pattern} is found in, and returns its first group.
     *
     * @throws CommandFailed when the child ends first, with what it said, or says nothing of the kind for a minute
     */
    String await(Pattern pattern) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        synchronized (said) {
            while (true) {
                for (String line : said) {
                    Matcher matcher = pattern.matcher(line);
                    if (matcher.find()) {
                        return matcher.group(1);
                    }
                }
                if (!process.isAlive() && !reader.isAlive()) {
                    throw new CommandFailed(name + " has ended: " + lastWords());
                }
                if (System.nanoTime() > giveUpAt) {
                    throw new CommandFailed(name + " does not start: " + lastWords());
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            said.wait(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while " + name + " was starting", e);
        }
    }

    /** What it said last, as one line. */
    String lastWords() {
        synchronized (said) {
            return said.isEmpty()
                    ? "it said nothing"
                    : String.join("; ", said.subList(Math.max(0, said.size() - 3), said.size()));
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** CPU time used so far, all threads, garbage collection and compilation included. */
    OptionalLong cpuNanos() {
        return process.info().totalCpuDuration().stream()
                .mapToLong(Duration::toNanos)
                .findFirst();
    }

    /** Resident memory; empty where there is no {@code /proc}. */
    OptionalLong residentBytes() {
        return residentBytes(Long.toString(process.pid()));
    }

    /** The same of any process, {@code self} for this one. */
    static OptionalLong residentBytes(String pid) {
        try (Stream<String> status = Files.lines(Path.of("/proc", pid, "status"))) {
            Optional<Matcher> line =
                    status.map(RESIDENT::matcher).filter(Matcher::find).findFirst();
            return line.isPresent()
                    ? OptionalLong.of(Long.parseLong(line.get().group(1)) * 1024)
                    : OptionalLong.empty();
        } catch (IOException | UncheckedIOException absent) {
            return OptionalLong.empty();
        }
    }

    /** Ends it, gently first. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
