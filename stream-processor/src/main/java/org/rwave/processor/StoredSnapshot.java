package org.rwave.processor;

import java.util.function.Consumer;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * One patient's state as it lies in the store, with the input it stands for: everything up to and including these
 * offsets, nothing after them.
 */
final class StoredSnapshot {
    private static final int VERSION = 1;

    private final long sequence;
    private final InputPosition position;
    private final byte[] state;

    /** {@code state} is given away. {@code sequence} grows with every snapshot of a patient. */
    StoredSnapshot(long sequence, InputPosition position, byte[] state) {
        this.sequence = sequence;
        this.position = position;
        this.state = state;
    }

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
            SnapshotWriter scratch, long sequence, InputPosition position, Consumer<SnapshotWriter> state) {
        scratch.clear()
                .putByte(VERSION)
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
        if (version != VERSION) {
            throw new IllegalStateException("snapshot has format " + version + ", this program reads " + VERSION
                    + "; process with the release that wrote it, or use a new --application-id");
        }
        long sequence = in.getLong();
        return new StoredSnapshot(sequence, new InputPosition(in.getLong(), in.getLong()), in.getBytes());
    }
}
