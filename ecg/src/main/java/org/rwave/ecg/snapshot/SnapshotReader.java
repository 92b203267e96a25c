package org.rwave.ecg.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link SnapshotWriter} wrote, in the same order. Running past the end throws BufferUnderflowException. */
public final class SnapshotReader {
    private final ByteBuffer buffer;

    public SnapshotReader(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes);
    }

    public byte getByte() {
        return buffer.get();
    }

    public boolean getBoolean() {
        return buffer.get() != 0;
    }

    public short getShort() {
        return buffer.getShort();
    }

    /** Fills {@code into}; its length must be the one that was written. */
    public void getShorts(short[] into) {
        expectLength(into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = buffer.getShort();
        }
    }

    public int getInt() {
        return buffer.getInt();
    }

    public long getLong() {
        return buffer.getLong();
    }

    /** Reads what {@link SnapshotWriter#putCompactLong} wrote. */
    public long getCompactLong() {
        long zigZag = 0;
        int shift = 0;
        byte part;
        do {
            part = buffer.get();
            zigZag |= (part & 0x7FL) << shift;
            shift += 7;
        } while (part < 0);
        return (zigZag >>> 1) ^ -(zigZag & 1);
    }

    /** Reads {@code count} values that {@link SnapshotWriter#putDifferences} wrote. */
    public void getDifferences(short[] into, int count) {
        int previous = 0;
        for (int i = 0; i < count; i++) {
            previous += (int) getCompactLong();
            into[i] = (short) previous;
        }
    }

    public float getFloat() {
        return buffer.getFloat();
    }

    public double getDouble() {
        return buffer.getDouble();
    }

    /** Fills {@code into}; its length must be the one that was written. */
    public void getFloats(float[] into) {
        expectLength(into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = buffer.getFloat();
        }
    }

    /** Fills {@code into}; its length must be the one that was written. */
    public void getDoubles(double[] into) {
        expectLength(into.length);
        for (int i = 0; i < into.length; i++) {
            into[i] = buffer.getDouble();
        }
    }

    public String getString() {
        byte[] utf8 = new byte[buffer.getInt()];
        buffer.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Bytes of any length. */
    public byte[] getBytes() {
        byte[] value = new byte[buffer.getInt()];
        buffer.get(value);
        return value;
    }

    private void expectLength(int length) {
        int written = buffer.getInt();
        if (written != length) {
            throw new IllegalArgumentException("snapshot holds an array of " + written + ", expected " + length);
        }
    }
}
