package org.rwave.processor;

import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Step 2: how the chunks of one source follow each other. Remembers where the next chunk should begin and the latest
 * gap, nothing else.
 */
final class Continuity {
    /** How a chunk relates to those before it. */
    enum Arrival {
        /** Begins where the last one ended, or is the first. */
        CONTINUES,
        /** Begins later: the samples in between are missing. */
        AFTER_GAP,
        /** Begins earlier but brings new samples at its end. */
        OVERLAPS,
        /** Brings nothing that was not taken before. */
        DUPLICATE,
        /** Arrives after later samples were taken: its own place has become a gap. */
        STALE;

        boolean bringsNewSamples() {
            return this == CONTINUES || this == AFTER_GAP || this == OVERLAPS;
        }
    }

    private static final long NOTHING_YET = -1;

    private long nextSampleIndex = NOTHING_YET;
    private long gapStart;
    private long gapEnd;

    /** What {@code chunk} would be, were it taken now. */
    Arrival judge(WaveformChunk chunk) {
        if (nextSampleIndex == NOTHING_YET || chunk.firstSampleIndex() == nextSampleIndex) {
            return Arrival.CONTINUES;
        }
        if (chunk.firstSampleIndex() > nextSampleIndex) {
            return Arrival.AFTER_GAP;
        }
        if (chunk.endSampleIndex() > nextSampleIndex) {
            return Arrival.OVERLAPS;
        }
        boolean inLatestGap = chunk.firstSampleIndex() < gapEnd && chunk.endSampleIndex() > gapStart;
        return inLatestGap ? Arrival.STALE : Arrival.DUPLICATE;
    }

    /** Takes {@code chunk}, which {@link Arrival#bringsNewSamples}, and returns the part of it that is new. */
    WaveformChunk take(WaveformChunk chunk) {
        WaveformChunk fresh = chunk;
        if (nextSampleIndex != NOTHING_YET) {
            if (chunk.firstSampleIndex() > nextSampleIndex) {
                gapStart = nextSampleIndex;
                gapEnd = chunk.firstSampleIndex();
            } else {
                fresh = chunk.from(nextSampleIndex);
            }
        }
        nextSampleIndex = chunk.endSampleIndex();
        return fresh;
    }

    void writeTo(SnapshotWriter out) {
        out.putLong(nextSampleIndex).putLong(gapStart).putLong(gapEnd);
    }

    static Continuity readFrom(SnapshotReader in) {
        Continuity continuity = new Continuity();
        continuity.nextSampleIndex = in.getLong();
        continuity.gapStart = in.getLong();
        continuity.gapEnd = in.getLong();
        return continuity;
    }
}
