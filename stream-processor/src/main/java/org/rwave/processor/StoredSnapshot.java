package org.rwave.processor;

import java.util.function.Consumer;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * One patient's state as it lies in the store, with the input it stands for: everything up to and including these
 * offsets, nothing after them.
 */
final class StoredSnapshot {
    private static final int WHOLE = 1;

    /** A program that knows nothing of tails must not take this for the patient at the commit. */
    private static final int EARLY = 2;

    private final boolean isEarly;
    private final long sequence;
    private final InputPosition position;
    private final byte[] state;

    private StoredSnapshot(boolean isEarly, long sequence, InputPosition position, byte[] state) {
        this.isEarly = isEarly;
        this.sequence = sequence;
        this.position = position;
        this.state = state;
    }

    /** Whether it was written before the commit that it is for, and counts only with the {@link SnapshotTail} after it. */
    boolean isEarly() {
        return isEarly;
    }

    /** Grows with every snapshot of a patient. */
    long sequence() {
        return sequence;
    }

    InputPosition position() {
        return position;
    }

    /** The state, not copied. */
    byte[] state() {
        return state;
    }

    /** What {@link #of} reads back, written in {@code scratch}, whose content is lost. */
    static byte[] toBytes(
            SnapshotWriter scratch,
            boolean isEarly,
            long sequence,
            InputPosition position,
            Consumer<SnapshotWriter> state) {
        scratch.clear()
                .putByte(isEarly ? EARLY : WHOLE)
                .putLong(sequence)
                .putLong(position.waveformOffset())
                .putLong(position.referenceOffset());
        int begin = scratch.beginBytes();
        state.accept(scratch);
        return scratch.endBytes(begin).toByteArray();
    }

    static StoredSnapshot of(byte[] bytes) {
        SnapshotReader in = new SnapshotReader(bytes);
        int version = in.getByte();
        if (version != WHOLE && version != EARLY) {
            throw new IllegalStateException("snapshot has format " + version + ", this program reads " + WHOLE + " and "
                    + EARLY + "; process with the release that wrote it, or use a new --application-id");
        }
        long sequence = in.getLong();
        return new StoredSnapshot(
                version == EARLY, sequence, new InputPosition(in.getLong(), in.getLong()), in.getBytes());
    }
}
