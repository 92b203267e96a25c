package org.rwave.cli.loadtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine a test ran on, in one line. */
final class Machine {
    private Machine() {}

    static String described() {
        return String.format(
                Locale.ROOT,
                "%d cores%s, %s, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                value("/proc/cpuinfo", "model name")
                        .map(name -> " (" + name + ")")
                        .orElse(""),
                value("/proc/meminfo", "MemTotal").map(Machine::gigabytes).orElse("memory unknown"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"));
    }

    private static String gigabytes(String kilobytes) {
        return Math.round(Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1e6) + " GB";
    }

    private static Optional<String> value(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
