package org.rwave.ecg.score;

/** A stretch of a rhythm, both ends as marked. */
record Episode(long start, long end) {
    long duration() {
        return end - start;
    }

    /** Samples that this and {@code other} share; 0 when they only touch. */
    long overlap(Episode other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }
}
