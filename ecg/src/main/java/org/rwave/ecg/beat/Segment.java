package org.rwave.ecg.beat;

/** Parts of the beat window, half-open in window samples, by where the waves of a normal beat lie around R. */
public enum Segment {
    /** 260 ms to 80 ms before R. */
    P(-47, -14),
    /** 100 ms before R to 150 ms after. */
    QRS(-18, 27),
    /** 150 ms to 450 ms after R. */
    T(27, 81),
    /** P to T: 260 ms before R to 450 ms after. */
    ALL(-47, 81);

    private final int from;
    private final int to;

    Segment(int fromR, int toR) {
        this.from = Preprocessing.SAMPLES_BEFORE_R + fromR;
        this.to = Preprocessing.SAMPLES_BEFORE_R + toR;
    }

    /** First sample of the window that belongs to it. */
    public int from() {
        return from;
    }

    /** One past its last sample. */
    public int to() {
        return to;
    }

    int length() {
        return to - from;
    }
}
