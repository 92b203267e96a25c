package org.rwave.cli.loadtest;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** A running test in one line a second. */
final class LiveLine {
    private final PrintWriter out;

    LiveLine(PrintWriter out) {
        this.out = out;
    }

    void heading() {
        out.println("   time   chunks/s  beats/s  backlog   p50 ms   p99 ms   max ms  late ms   cores by who");
    }

    void show(Second second) {
        out.println(text(second));
        out.flush();
    }

    static String text(Second second) {
        Histogram pipeline = second.pipeline();
        return String.format(
                Locale.ROOT,
                "%6.0f s%c %,9d %,8d %,8d %8.1f %8.1f %8.1f %8.1f   %s",
                second.atSeconds(),
                second.steady() ? ' ' : '~',
                second.chunks(),
                second.beats(),
                second.backlog(),
                pipeline.getValueAtPercentile(50) / 1e3,
                pipeline.getValueAtPercentile(99) / 1e3,
                pipeline.getMaxValue() / 1e3,
                second.lateness().getMaxValue() / 1e3,
                second.cpu().stream()
                        .map(share -> String.format(Locale.ROOT, "%s %.2f", share.name(), share.amount()))
                        .collect(Collectors.joining("  ")));
    }
}
