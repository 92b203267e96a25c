package org.rwave.schemas.serde;

import org.apache.kafka.common.serialization.Serializer;

/** Writes one kind of record under a schema id that was settled beforehand. Safe for use by several threads. */
public final class RecordSerializer<T> implements Serializer<T> {
    private final RecordFormat<T> format;
    private final int schemaId;

    /** Registers the format's schema under {@code subject} now, so that no first record has to wait for it. */
    public RecordSerializer(RecordFormat<T> format, String subject, Registry registry) {
        this.format = format;
        this.schemaId = registry.register(subject, format.schema());
    }

    @Override
    public byte[] serialize(String topic, T value) {
        return value == null ? null : format.encode(schemaId, value);
    }
}
