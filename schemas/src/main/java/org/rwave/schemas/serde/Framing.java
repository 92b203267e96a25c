package org.rwave.schemas.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Confluent's wire format: a zero byte, the schema id as four bytes big-endian, then Avro binary. */
final class Framing {
    /** Bytes before the Avro data. */
    static final int LENGTH = 5;

    private static final VarHandle BIG_ENDIAN_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Framing() {}

    static void write(byte[] record, int schemaId) {
        BIG_ENDIAN_INT.set(record, 1, schemaId);
    }

    static int schemaId(byte[] record) {
        if (record.length <= LENGTH) {
            throw new UnreadableRecordException.NotFramed(
                    "not Avro with a schema id: " + record.length + " bytes, need more than " + LENGTH);
        }
        if (record[0] != 0) {
            throw new UnreadableRecordException.NotFramed(
                    "not Avro with a schema id: first byte is 0x%02x, must be 0x00".formatted(record[0]));
        }
        return (int) BIG_ENDIAN_INT.get(record, 1);
    }
}
