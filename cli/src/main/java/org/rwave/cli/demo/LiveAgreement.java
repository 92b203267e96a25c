package org.rwave.cli.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import org.rwave.ecg.beat.BeatClass;

/**
 * Compares classified beats with a recording's own annotations while both stream in. A reference beat is settled once a
 * later classified beat is known; the nearest one within 150 ms (EC57:2012, 4.3.2) is its partner. A running figure for
 * the eye; {@code rwave score} gives the exact one.
 */
final class LiveAgreement {
    private static final double WINDOW_SECONDS = 0.150;
    private static final int REMEMBERED = 4096;

    private record Mark(long sampleIndex, BeatClass beatClass) {}

    private final Deque<Mark> reference = new ArrayDeque<>();
    private final Deque<Mark> classified = new ArrayDeque<>();
    private long agreeing;
    private long compared;
    private long missed;
    private long extra;

    void reference(long sampleIndex, BeatClass beatClass) {
        remember(reference, new Mark(sampleIndex, beatClass));
    }

    void classified(long sampleIndex, BeatClass beatClass, double samplesPerSecond) {
        remember(classified, new Mark(sampleIndex, beatClass));
        settle(Math.round(WINDOW_SECONDS * samplesPerSecond));
    }

    private static void remember(Deque<Mark> marks, Mark mark) {
        if (marks.size() == REMEMBERED) {
            marks.pollFirst();
        }
        marks.add(mark);
    }

    private void settle(long window) {
        while (!reference.isEmpty() && !classified.isEmpty()) {
            Mark expected = reference.peekFirst();
            if (classified.peekLast().sampleIndex() <= expected.sampleIndex() + window) {
                return;
            }
            while (classified.peekFirst().sampleIndex() < expected.sampleIndex() - window) {
                classified.pollFirst();
                extra++;
            }
            reference.pollFirst();
            compare(expected, nearest(expected, window));
        }
    }

    /** Takes the partner of {@code expected} out, or null; beats before the partner have none. */
    private Mark nearest(Mark expected, long window) {
        Mark best = classified.peekFirst();
        if (best.sampleIndex() > expected.sampleIndex() + window) {
            return null;
        }
        classified.pollFirst();
        while (!classified.isEmpty()
                && Math.abs(classified.peekFirst().sampleIndex() - expected.sampleIndex())
                        < Math.abs(best.sampleIndex() - expected.sampleIndex())) {
            extra++;
            best = classified.pollFirst();
        }
        return best;
    }

    private void compare(Mark expected, Mark found) {
        if (found == null) {
            missed++;
        } else {
            compared++;
            agreeing += found.beatClass() == expected.beatClass() ? 1 : 0;
        }
    }

    long compared() {
        return compared;
    }

    long missed() {
        return missed;
    }

    long extra() {
        return extra;
    }

    /** Share of matched beats with the reference's class, in percent; NaN before the first. */
    double percent() {
        return compared == 0 ? Double.NaN : 100.0 * agreeing / compared;
    }
}
