package org.rwave.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.beat.ClassifiedBeat;

/**
 * Writes the ward to the terminal: redrawn in place where there is one, else line by line, so that a log stays readable.
 */
final class DemoOutput {
    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";
    private static final long REDRAW_NANOS = 500_000_000L;
    private static final long TABLE_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean inPlace;
    private final WardScreen screen;
    private final List<String> heading;
    private final long processStartMillis;
    private long lastTable;
    private boolean beatSeen;
    private String firstBeat = "";

    DemoOutput(PrintWriter out, boolean inPlace, WardScreen screen, List<String> heading, long processStartMillis) {
        this.out = out;
        this.inPlace = inPlace;
        this.screen = screen;
        this.heading = heading;
        this.processStartMillis = processStartMillis;
        this.lastTable = System.nanoTime();
        heading.forEach(out::println);
        out.flush();
    }

    void beat(ClassifiedBeat beat) {
        if (!beatSeen) {
            beatSeen = true;
            double seconds = (System.currentTimeMillis() - processStartMillis) / 1e3;
            firstBeat = String.format(
                    Locale.ROOT,
                    "first classified beat %.1f s after process start: %s, p = %.3f",
                    seconds,
                    beat.beatClass(),
                    beat.probabilities().of(beat.beatClass()));
            line(firstBeat);
        }
    }

    void alarm(String alarmLine) {
        line(alarmLine);
    }

    private void line(String text) {
        if (!inPlace) {
            out.println(text);
            out.flush();
        }
    }

    /** Draws the table when it is time to. */
    void refresh() {
        long now = System.nanoTime();
        if (beatSeen && now - lastTable >= (inPlace ? REDRAW_NANOS : TABLE_NANOS)) {
            lastTable = now;
            draw();
        }
    }

    /** Draws the table now. */
    void draw() {
        StringBuilder text = new StringBuilder();
        if (inPlace) {
            text.append(HOME_AND_CLEAR);
            heading.forEach(line -> text.append(line).append(System.lineSeparator()));
            text.append(firstBeat).append(System.lineSeparator());
        }
        text.append(System.lineSeparator());
        screen.table().forEach(line -> text.append(line).append(System.lineSeparator()));
        text.append(System.lineSeparator());
        if (inPlace) {
            screen.latestAlarms().forEach(line -> text.append(line).append(System.lineSeparator()));
        }
        out.print(text);
        out.flush();
    }
}
