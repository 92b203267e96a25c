package org.rwave.cli.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.rwave.producer.ReplayProgress;

/** How far a replay is, in one line: rewritten in place on a terminal, every ten seconds a new one elsewhere. */
final class ProgressLine {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean isTerminal;
    private Duration next = EVERY;
    private boolean isOpen;

    ProgressLine(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    void show(ReplayProgress progress) {
        if (isTerminal) {
            out.print("\r" + text(progress) + "\u001b[K");
            isOpen = true;
        } else if (progress.elapsed().compareTo(next) >= 0) {
            out.println(text(progress));
            next = progress.elapsed().plus(EVERY);
        }
        out.flush();
    }

    /** The totals, on a line of their own. */
    void end(ReplayProgress totals) {
        if (isOpen) {
            out.println();
        }
        out.println(String.format(
                Locale.ROOT,
                "replayed %s of signal in %.1f s: %d chunks (%.0f/s), %d reference annotations, at most %d ms late",
                clock(totals.signal()),
                seconds(totals.elapsed()),
                totals.chunks(),
                totals.chunksPerSecond(),
                totals.annotations(),
                totals.worstLag().toMillis()));
        out.flush();
    }

    static String text(ReplayProgress progress) {
        return String.format(
                Locale.ROOT,
                "%d patients  %s of signal  %.0f chunks/s  %d ms late (at most %d)",
                progress.patients(),
                clock(progress.signal()),
                progress.chunksPerSecond(),
                progress.lag().toMillis(),
                progress.worstLag().toMillis());
    }

    private static double seconds(Duration length) {
        return length.toNanos() * 1e-9;
    }

    private static String clock(Duration length) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }
}
