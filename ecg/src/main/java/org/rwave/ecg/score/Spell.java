package org.rwave.ecg.score;

/**
 * A stretch of fibrillation or shutdown that an annotator marked, both ends inclusive.
 *
 * @param start first sample; -1 when there was none yet
 * @param end last sample; -1 while it is open
 */
record Spell(long start, long end) {
    private static final long OPEN = -1;

    /** No such stretch yet. */
    static final Spell NONE = new Spell(-1, OPEN);

    boolean covers(long sample) {
        return start >= 0 && start <= sample && (sample <= end || end == OPEN);
    }

    /** Whether it starts at or after {@code from} and before {@code to}. */
    boolean startsWithin(long from, long to) {
        return from <= start && start < to;
    }
}
