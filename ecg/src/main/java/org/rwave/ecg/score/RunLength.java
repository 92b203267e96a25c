package org.rwave.ecg.score;

/** The classes of run length that EC57 reports. */
public enum RunLength {
    /** Two beats. */
    COUPLET(2, 2),
    /** Three to five beats. */
    SHORT(3, 5),
    /** Six beats or more. */
    LONG(6, RunMatrix.MAX_LENGTH);

    private final int shortest;
    private final int longest;

    RunLength(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }
}
