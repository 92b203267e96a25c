package org.rwave.schemas.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Walks over Avro binary (specification 1.12, "Binary Encoding") in place, without copying. Not thread-safe. */
final class AvroCursor {
    private static final VarHandle LITTLE_ENDIAN_DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] data;
    private int position;

    AvroCursor(byte[] data, int position) {
        this.data = data;
        this.position = position;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position == data.length;
    }

    /** A zigzag variable-length integer. */
    long readLong() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= data.length) {
                throw endsEarly();
            }
            byte next = data[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new UnreadableRecordException.Malformed("WaveformChunk: a number of more than ten bytes");
    }

    double readDouble() {
        int at = position;
        skip(Double.BYTES);
        return (double) LITTLE_ENDIAN_DOUBLE.get(data, at);
    }

    String readString() {
        int length = readLength();
        int at = position;
        skip(length);
        return new String(data, at, length, StandardCharsets.UTF_8);
    }

    /** The length of a string or of bytes, which follow. */
    int readLength() {
        long length = readLong();
        if (length < 0 || length > data.length - position) {
            throw endsEarly();
        }
        return (int) length;
    }

    void skipString() {
        skip(readLength());
    }

    void skip(int bytes) {
        if (bytes > data.length - position) {
            throw endsEarly();
        }
        position += bytes;
    }

    /** Number of items in the next block of an array; 0 ends the array. */
    int readBlockCount(int most) {
        long count = readLong();
        if (count < 0) { // a block that also states its size in bytes
            count = -count;
            readLong();
        }
        if (count < 0 || count > most) {
            throw new UnreadableRecordException.Malformed(
                    "WaveformChunk: an array of " + count + " items, at most " + most + " allowed");
        }
        return (int) count;
    }

    private static UnreadableRecordException endsEarly() {
        return new UnreadableRecordException.Malformed(
                "WaveformChunk: the bytes do not fit the schema (data ends early)");
    }
}
