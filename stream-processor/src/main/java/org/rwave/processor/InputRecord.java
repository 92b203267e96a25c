package org.rwave.processor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.topic.RejectHeaders;

/** One record as it was read, so that it can be rejected as it was read: bytes, headers and where it lay. */
final class InputRecord {
    private final RecordMetadata position;
    private final Record<byte[], byte[]> record;

    InputRecord(RecordMetadata position, Record<byte[], byte[]> record) {
        this.position = position;
        this.record = record;
    }

    String topic() {
        return position.topic();
    }

    int partition() {
        return position.partition();
    }

    long offset() {
        return position.offset();
    }

    long timestampMillis() {
        return record.timestamp();
    }

    /** The bytes of the value, not copied; null for a tombstone. */
    byte[] value() {
        return record.value();
    }

    /** Whether it says that a patient's feed has ended: a key that is a patient id, and no value. */
    boolean isEndOfFeed() {
        return record.value() == null && !keyText().isBlank() && keyText().length() <= FeedId.MAX_LENGTH;
    }

    /** The key as text; empty when there is none. */
    String keyText() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    boolean hasKey(byte[] key) {
        return Arrays.equals(record.key(), key);
    }

    /** The key for a message: text, or how long it is when it is no text. */
    String keyForPeople() {
        byte[] key = record.key();
        if (key == null) {
            return "missing";
        }
        String text = new String(key, StandardCharsets.UTF_8);
        boolean readable = text.length() <= 200 && text.codePoints().noneMatch(c -> c == 0xFFFD || c < ' ');
        return readable ? "'" + text + "'" : key.length + " bytes";
    }

    /** This record for the rejects topic: as read, with {@code reject} and its own position in the headers. */
    Record<byte[], byte[]> rejectedFor(Reject reject) {
        Headers headers = new RecordHeaders(record.headers());
        set(headers, RejectHeaders.REASON, reject.reason());
        set(headers, RejectHeaders.CAUSE, reject.cause());
        set(headers, RejectHeaders.TOPIC, topic());
        set(headers, RejectHeaders.PARTITION, Integer.toString(partition()));
        set(headers, RejectHeaders.OFFSET, Long.toString(offset()));
        return new Record<>(record.key(), record.value(), Math.max(0, record.timestamp()), headers);
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything but the headers: they do not outlive a restart. */
    void writeTo(SnapshotWriter out) {
        out.putString(topic()).putInt(partition()).putLong(offset()).putLong(record.timestamp());
        out.putBytes(record.key()).putBytes(record.value());
    }

    static InputRecord readFrom(SnapshotReader in) {
        RecordMetadata position = new Position(in.getString(), in.getInt(), in.getLong());
        long timestamp = in.getLong();
        return new InputRecord(position, new Record<>(in.getBytes(), in.getBytes(), timestamp));
    }

    private record Position(String topic, int partition, long offset) implements RecordMetadata {}
}
