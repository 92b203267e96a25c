package org.rwave.ecg.fibrillation;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** The last four seconds of one lead: means of four conditioned samples, 45 a second, in units of 4 microvolts. */
final class WaveWindow {
    static final int DECIMATION = 4;
    static final double HERTZ = 45;
    static final int LENGTH = 180;
    private static final double UNIT_MILLIVOLTS = 0.004;

    private final short[] wave = new short[LENGTH];
    private int next;
    private double sum;
    private int usableSamples;

    /** Takes {@code count} conditioned samples from {@code from} on, millivolts. */
    void add(double[] millivolts, int from, int count) {
        for (int i = from; i < from + count; i++) {
            sum += millivolts[i];
        }
    }

    /** Closes the mean of the last {@value #DECIMATION} samples. */
    void close(boolean isUsable) {
        double units = Math.rint(sum / (DECIMATION * UNIT_MILLIVOLTS));
        wave[next] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, units));
        next = next + 1 < LENGTH ? next + 1 : 0;
        sum = 0;
        usableSamples = isUsable ? Math.min(LENGTH, usableSamples + 1) : 0;
    }

    /** Whether the lead has been usable throughout the window. */
    boolean isFull() {
        return usableSamples == LENGTH;
    }

    /** Measures the window in {@code scratch}, which has its length. */
    WaveMeasures measure(double[] scratch) {
        int older = LENGTH - next;
        for (int i = 0; i < older; i++) {
            scratch[i] = wave[next + i] * UNIT_MILLIVOLTS;
        }
        for (int i = older; i < LENGTH; i++) {
            scratch[i] = wave[i - older] * UNIT_MILLIVOLTS;
        }
        return WaveMeasures.of(scratch, HERTZ);
    }

    void reset() {
        next = 0;
        sum = 0;
        usableSamples = 0;
    }

    /** Writes differences, most of them in one byte: about 250 bytes. */
    void save(SnapshotWriter out) {
        out.putDouble(sum).putCompactLong(usableSamples);
        int previous = 0;
        for (int back = usableSamples; back >= 1; back--) {
            int value = wave[Math.floorMod(next - back, LENGTH)];
            out.putCompactLong(value - previous);
            previous = value;
        }
    }

    void load(SnapshotReader in) {
        reset();
        sum = in.getDouble();
        usableSamples = (int) in.getCompactLong();
        int value = 0;
        for (int i = 0; i < usableSamples; i++) {
            value += (int) in.getCompactLong();
            wave[i] = (short) value;
        }
        next = usableSamples % LENGTH;
    }
}
