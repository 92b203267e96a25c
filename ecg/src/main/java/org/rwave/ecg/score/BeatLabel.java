package org.rwave.ecg.score;

import org.rwave.ecg.beat.BeatClass;

/** A row or column of the beat-by-beat matrix: a beat class, or the place of a beat that the other side lacks. */
public enum BeatLabel {
    N,
    S,
    V,
    F,
    Q,
    /** No beat here. */
    O,
    /** No beat here because the annotator had declared the signal unreadable (shutdown). */
    X;

    private static final BeatLabel[] VALUES = values();
    static final int COUNT = VALUES.length;
    static final int BEATS = BeatClass.COUNT;

    /** The label of a beat of {@code beatClass}. */
    public static BeatLabel of(BeatClass beatClass) {
        return VALUES[beatClass.ordinal()];
    }

    static BeatLabel at(int index) {
        return VALUES[index];
    }
}
