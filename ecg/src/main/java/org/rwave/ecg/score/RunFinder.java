package org.rwave.ecg.score;

import java.util.List;

/** Finds the longest run of one annotator in windows that move forward. */
final class RunFinder {
    private final List<RunMark> marks;
    private int index;
    private long fibrillationEnd;

    RunFinder(List<RunMark> marks) {
        this.marks = marks;
    }

    /**
     * The longest run, at most {@link RunMatrix#MAX_LENGTH}, in [{@code from}, {@code to}]; later calls must not start
     * earlier. Fibrillation that reaches into the window is a run of maximal length.
     */
    int longest(long from, long to) {
        if (fibrillationEnd > from || isFibrillatingInto(from)) {
            return RunMatrix.MAX_LENGTH;
        }
        int longest = 0;
        int length = 0;
        for (; index < marks.size() && marks.get(index).time() <= to; index++) {
            switch (marks.get(index).role()) {
                case MEMBER -> length = Math.min(length + 1, RunMatrix.MAX_LENGTH);
                case OTHER_BEAT, UNREADABLE, OTHER_FIBRILLATION_START -> length = 0;
                case FIBRILLATION_START -> {
                    skipFibrillation();
                    return RunMatrix.MAX_LENGTH;
                }
                default -> {}
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Passes everything before {@code from}; true when fibrillation that began there ends after it. */
    private boolean isFibrillatingInto(long from) {
        while (index < marks.size() && marks.get(index).time() < from) {
            if (marks.get(index).role() == RunRole.FIBRILLATION_START) {
                skipFibrillation();
                if (fibrillationEnd > from) {
                    return true;
                }
            } else {
                index++;
            }
        }
        return false;
    }

    /** From the start of fibrillation to behind its end, which may be the end of the record. */
    private void skipFibrillation() {
        fibrillationEnd = BeatCursor.NEVER;
        while (++index < marks.size()) {
            RunMark mark = marks.get(index);
            boolean isEnd = switch (mark.role()) {
                case FIBRILLATION_END, OTHER_FIBRILLATION_START, UNREADABLE -> true;
                default -> false;
            };
            if (isEnd) {
                fibrillationEnd = mark.time();
                index++;
                return;
            }
        }
    }
}
