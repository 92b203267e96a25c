package org.rwave.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The waveform records that a patient took between a snapshot written early and the commit that it is for: the snapshot,
 * with these records taken once more, is the patient at the commit (ADR 55). None of them raised or ended an alarm.
 */
final class SnapshotTail {
    private static final int VERSION = 1;

    private final List<InputRecord> records = new ArrayList<>();
    private int bytes;

    void add(InputRecord record) {
        records.add(record);
        bytes += record.value() == null ? 0 : record.value().length;
    }

    /** Size of the records' values. */
    int bytes() {
        return bytes;
    }

    /** In the order in which they were taken. */
    List<InputRecord> records() {
        return records;
    }

    /** What {@link #of} reads back, written in {@code scratch}, whose content is lost. */
    byte[] toBytes(SnapshotWriter scratch, long sequence, long snapshotOffset) {
        scratch.clear()
                .putByte(VERSION)
                .putLong(sequence)
                .putLong(snapshotOffset)
                .putInt(records.size());
        records.forEach(record -> record.writeTo(scratch));
        return scratch.toByteArray();
    }

    /** The tail in {@code bytes} if it is that of {@code snapshot}, and not of one that lay in the same slot before. */
    static Optional<SnapshotTail> of(byte[] bytes, StoredSnapshot snapshot) {
        SnapshotReader in = new SnapshotReader(bytes);
        int version = in.getByte();
        if (version != VERSION) {
            throw new IllegalStateException("snapshot tail has format " + version + ", this program reads " + VERSION
                    + "; process with the release that wrote it, or use a new --application-id");
        }
        boolean isSameSequence = in.getLong() == snapshot.sequence();
        boolean isSameOffset = in.getLong() == snapshot.position().waveformOffset();
        if (!isSameSequence || !isSameOffset) {
            return Optional.empty();
        }
        SnapshotTail tail = new SnapshotTail();
        for (int left = in.getInt(); left > 0; left--) {
            tail.add(InputRecord.readFrom(in));
        }
        return Optional.of(tail);
    }
}
