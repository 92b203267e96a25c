package org.rwave.cli.whatif;

import java.io.PrintWriter;
import java.util.Locale;

/** How far a run is, in one line: rewritten in place on a terminal, a new one every ten seconds elsewhere. */
final class Progress {
    private static final long EVERY_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private final int recordings;
    private final boolean isTerminal = System.getenv("TERM") != null && Boolean.getBoolean("rwave.terminal");
    private final long begun = System.nanoTime();
    private long told = begun;
    private int done;
    private double seconds;

    Progress(PrintWriter err, int recordings) {
        this.err = err;
        this.recordings = recordings;
    }

    void done(PatientBurden patient) {
        done++;
        seconds += patient.seconds();
        if (isTerminal) {
            err.print("\r" + line() + "\u001b[K");
        } else if (System.nanoTime() - told >= EVERY_NANOS) {
            told = System.nanoTime();
            err.println(line());
        }
        err.flush();
    }

    void end() {
        if (isTerminal && done > 0) {
            err.println();
        }
        err.flush();
    }

    private String line() {
        double wall = (System.nanoTime() - begun) / 1e9;
        return String.format(
                Locale.ROOT,
                "%d of %d recordings, %.1f h of signal, %.0f times real time",
                done,
                recordings,
                seconds / 3600,
                seconds / Math.max(1e-3, wall));
    }
}
