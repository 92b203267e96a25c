package org.rwave.ecg.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Appends the state of streaming parts to a growing array, little cost and no boxing. Big-endian. A processor writes
 * thousands of snapshots a second, of some two thousand numbers each.
 */
public final class SnapshotWriter {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle FLOATS = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle DOUBLES = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
    private static final int LONGEST_COMPACT_LONG = 10;

    private byte[] bytes = new byte[4096];
    private int size;

    /** Makes room for {@code count} bytes more, takes it, and returns where it begins. */
    private int take(int count) {
        int begin = size;
        reserve(count);
        size += count;
        return begin;
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }

    public SnapshotWriter putByte(int value) {
        int at = take(1);
        bytes[at] = (byte) value;
        return this;
    }

    public SnapshotWriter putBoolean(boolean value) {
        return putByte(value ? 1 : 0);
    }

    public SnapshotWriter putShort(int value) {
        int at = take(Short.BYTES);
        SHORTS.set(bytes, at, (short) value);
        return this;
    }

    /** Writes the length, then the values. */
    public SnapshotWriter putShorts(short[] values) {
        putInt(values.length);
        int at = take(Short.BYTES * values.length);
        for (short value : values) {
            SHORTS.set(bytes, at, value);
            at += Short.BYTES;
        }
        return this;
    }

    public SnapshotWriter putInt(int value) {
        int at = take(Integer.BYTES);
        INTS.set(bytes, at, value);
        return this;
    }

    public SnapshotWriter putLong(long value) {
        int at = take(Long.BYTES);
        LONGS.set(bytes, at, value);
        return this;
    }

    /** Writes a number that is usually near zero, either sign, in 1 to 10 bytes: 2 up to 8191. */
    public SnapshotWriter putCompactLong(long value) {
        reserve(LONGEST_COMPACT_LONG);
        size = putCompact(bytes, size, value);
        return this;
    }

    private static int putCompact(byte[] into, int begin, long value) {
        int at = begin;
        long zigZag = (value << 1) ^ (value >> 63);
        while ((zigZag & ~0x7FL) != 0) {
            into[at++] = (byte) (zigZag | 0x80);
            zigZag >>>= 7;
        }
        into[at++] = (byte) zigZag;
        return at;
    }

    /** Writes {@code count} values without their number, each as its difference from the one before: a byte or two. */
    public SnapshotWriter putDifferences(short[] values, int count) {
        reserve(LONGEST_COMPACT_LONG * count);
        int previous = 0;
        int at = size;
        for (int i = 0; i < count; i++) {
            at = putCompact(bytes, at, values[i] - previous);
            previous = values[i];
        }
        size = at;
        return this;
    }

    public SnapshotWriter putFloat(float value) {
        int at = take(Float.BYTES);
        FLOATS.set(bytes, at, value);
        return this;
    }

    public SnapshotWriter putDouble(double value) {
        int at = take(Double.BYTES);
        DOUBLES.set(bytes, at, value);
        return this;
    }

    /** Writes the length, then the values. */
    public SnapshotWriter putFloats(float[] values) {
        putInt(values.length);
        int at = take(Float.BYTES * values.length);
        for (float value : values) {
            FLOATS.set(bytes, at, value);
            at += Float.BYTES;
        }
        return this;
    }

    /** Writes the length, then the values. */
    public SnapshotWriter putDoubles(double[] values) {
        putInt(values.length);
        int at = take(Double.BYTES * values.length);
        for (double value : values) {
            DOUBLES.set(bytes, at, value);
            at += Double.BYTES;
        }
        return this;
    }

    public SnapshotWriter putString(String value) {
        return putBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the length, then the bytes. */
    public SnapshotWriter putBytes(byte[] value) {
        putInt(value.length);
        int at = take(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
        return this;
    }

    /** Begins a stretch of bytes whose length is known only at its end; {@link #endBytes} takes what this returns. */
    public int beginBytes() {
        putInt(0);
        return size;
    }

    /** Ends the stretch: a reader gets it as {@link #putBytes} would have written it. */
    public SnapshotWriter endBytes(int begin) {
        INTS.set(bytes, begin - Integer.BYTES, size - begin);
        return this;
    }

    /** Starts anew in the same array. */
    public SnapshotWriter clear() {
        size = 0;
        return this;
    }

    /** Everything written so far. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
