package org.rwave.ecg.snapshot;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Appends the state of streaming parts to a growing buffer, little cost and no boxing. Big-endian. */
public final class SnapshotWriter {
    private ByteBuffer buffer = ByteBuffer.allocate(4096);

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int wanted = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), wanted)).position(buffer.position());
        }
        return buffer;
    }

    public SnapshotWriter putByte(int value) {
        room(1).put((byte) value);
        return this;
    }

    public SnapshotWriter putBoolean(boolean value) {
        return putByte(value ? 1 : 0);
    }

    public SnapshotWriter putShort(int value) {
        room(2).putShort((short) value);
        return this;
    }

    /** Writes the length, then the values. */
    public SnapshotWriter putShorts(short[] values) {
        putInt(values.length);
        room(2 * values.length);
        for (short value : values) {
            buffer.putShort(value);
        }
        return this;
    }

    public SnapshotWriter putInt(int value) {
        room(4).putInt(value);
        return this;
    }

    public SnapshotWriter putLong(long value) {
        room(8).putLong(value);
        return this;
    }

    /** Writes a number that is usually near zero, either sign, in 1 to 10 bytes: 2 up to 8191. */
    public SnapshotWriter putCompactLong(long value) {
        long zigZag = (value << 1) ^ (value >> 63);
        while ((zigZag & ~0x7FL) != 0) {
            putByte((int) (zigZag & 0x7F) | 0x80);
            zigZag >>>= 7;
        }
        return putByte((int) zigZag);
    }

    /** Writes {@code count} values without their number, each as its difference from the one before: a byte or two. */
    public SnapshotWriter putDifferences(short[] values, int count) {
        int previous = 0;
        for (int i = 0; i < count; i++) {
            putCompactLong(values[i] - previous);
            previous = values[i];
        }
        return this;
    }

    public SnapshotWriter putFloat(float value) {
        room(4).putFloat(value);
        return this;
    }

    public SnapshotWriter putDouble(double value) {
        room(8).putDouble(value);
        return this;
    }

    /** Writes the length, then the values. */
    public SnapshotWriter putFloats(float[] values) {
        putInt(values.length);
        room(4 * values.length);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return this;
    }

    /** Writes the length, then the values. */
    public SnapshotWriter putDoubles(double[] values) {
        putInt(values.length);
        room(8 * values.length);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return this;
    }

    public SnapshotWriter putString(String value) {
        byte[] utf8 = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        putInt(utf8.length);
        room(utf8.length).put(utf8);
        return this;
    }

    /** Writes the length, then the bytes. */
    public SnapshotWriter putBytes(byte[] value) {
        putInt(value.length);
        room(value.length).put(value);
        return this;
    }

    /** Begins a stretch of bytes whose length is known only at its end; {@link #endBytes} takes what this returns. */
    public int beginBytes() {
        putInt(0);
        return buffer.position();
    }

    /** Ends the stretch: a reader gets it as {@link #putBytes} would have written it. */
    public SnapshotWriter endBytes(int begin) {
        buffer.putInt(begin - Integer.BYTES, buffer.position() - begin);
        return this;
    }

    /** Starts anew in the same buffer. */
    public SnapshotWriter clear() {
        buffer.clear();
        return this;
    }

    /** Everything written so far. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
