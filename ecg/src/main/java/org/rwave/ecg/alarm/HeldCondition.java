package org.rwave.ecg.alarm;

import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** Something that is seen or not at every tick, and how long that has been so without a break. */
final class HeldCondition {
    private final SamplingRate rate;
    private boolean isSeen;
    private boolean hasTicked;
    private long since;

    HeldCondition(SamplingRate rate) {
        this.rate = rate;
    }

    void tick(long sampleIndex, boolean seen) {
        if (!hasTicked || seen != isSeen) {
            hasTicked = true;
            isSeen = seen;
            since = sampleIndex;
        }
    }

    /** Nothing is known before the next tick. */
    void forget() {
        hasTicked = false;
        isSeen = false;
    }

    /** Whether it has been seen at every tick for {@code micros}. */
    boolean isSeenFor(long micros, long sampleIndex) {
        return hasTicked && isSeen && rate.microsAt(sampleIndex - since) >= micros;
    }

    /** How long it has been as it is now, microseconds. */
    long lastedMicros(long sampleIndex) {
        return rate.microsAt(sampleIndex - since);
    }

    /** Whether it has been absent at every tick for {@code micros}. */
    boolean isAbsentFor(long micros, long sampleIndex) {
        return hasTicked && !isSeen && rate.microsAt(sampleIndex - since) >= micros;
    }

    /** The tick at which it was first seen, or first absent. */
    long since() {
        return since;
    }

    void save(SnapshotWriter out, long now) {
        out.putByte((isSeen ? 1 : 0) | (hasTicked ? 2 : 0)).putCompactLong(now - since);
    }

    void load(SnapshotReader in, long now) {
        int flags = in.getByte();
        isSeen = (flags & 1) != 0;
        hasTicked = (flags & 2) != 0;
        since = now - in.getCompactLong();
    }
}
