package org.rwave.cli.data;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A progress line: rewritten in place on a terminal, else printed now and then. */
final class FetchProgress {
    private static final long TERMINAL_INTERVAL_NANOS = 200_000_000L;
    private static final long LOG_INTERVAL_NANOS = 5_000_000_000L;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final LongSupplier nanoTime;
    private final String name;
    private final int files;
    private final long start;
    private long lastShown;
    private int filesDone;
    private long bytes;

    FetchProgress(PrintWriter out, boolean isTerminal, LongSupplier nanoTime, String name, int files) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.nanoTime = nanoTime;
        this.name = name;
        this.files = files;
        this.start = nanoTime.getAsLong();
        this.lastShown = start;
    }

    /** More bytes came in. */
    void received(long count) {
        bytes += count;
        long interval = isTerminal ? TERMINAL_INTERVAL_NANOS : LOG_INTERVAL_NANOS;
        if (nanoTime.getAsLong() - lastShown >= interval) {
            show();
        }
    }

    /** A file is complete, fetched or there already. */
    void fileDone() {
        filesDone++;
    }

    long bytes() {
        return bytes;
    }

    private void show() {
        long now = nanoTime.getAsLong();
        lastShown = now;
        double megabytes = bytes / BYTES_PER_MEGABYTE;
        String line = String.format(
                Locale.ROOT,
                "%s: %d of %d files, %.1f MB, %.2f MB/s",
                name,
                filesDone,
                files,
                megabytes,
                megabytes / Math.max(1e-3, (now - start) / 1e9));
        out.print(isTerminal ? "\r" + line + "  " : line + System.lineSeparator());
        out.flush();
    }

    /** Leaves the terminal at the start of an empty line. */
    void end() {
        if (isTerminal) {
            out.print("\r" + " ".repeat(78) + "\r");
            out.flush();
        }
    }
}
