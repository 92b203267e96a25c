package org.rwave.schemas.serde;

/** Reads records of one writer's schema. Safe for use by several threads. */
interface RecordDecoder<T> {
    /**
     * The record in the Avro binary after {@link Framing#LENGTH} bytes; may keep a view of {@code framed}.
     *
     * @throws UnreadableRecordException when it is malformed or invalid
     */
    T decode(byte[] framed);
}
