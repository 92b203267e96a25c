package org.rwave.ecg.recording;

import java.io.IOException;
import java.util.Arrays;

/**
 * Turns the differences of format 8 into values. A value is the sum of all differences before it, so sums are kept for
 * every {@value #STRIDE_FRAMES}th frame passed; a jump back continues from the nearest, a jump forward reads what lies
 * between. Memory: one integer per signal and {@value #STRIDE_FRAMES} frames.
 */
final class DifferenceSums {
    private static final int STRIDE_FRAMES = 4096;

    private final SignalFile file;
    private final int[] signalOf;
    private final int signalCount;
    private int[] sums;
    private int known = 1;

    /**
     * Sums over {@code file}, from {@code initialValues} on.
     *
     * @param signalOf which signal each value of a frame belongs to
     */
    DifferenceSums(SignalFile file, int[] signalOf, int[] initialValues) {
        this.file = file;
        this.signalOf = signalOf.clone();
        this.signalCount = initialValues.length;
        this.sums = initialValues.clone();
    }

    /** Replaces the differences of frames [{@code first}, {@code first + count}) in {@code values} by values. */
    void add(long first, int count, int[] values) throws IOException {
        int stride = (int) Math.min(first / STRIDE_FRAMES, known - 1);
        int[] sum = Arrays.copyOfRange(sums, stride * signalCount, (stride + 1) * signalCount);
        int[] between = new int[0];
        for (long at = (long) stride * STRIDE_FRAMES; at < first; ) {
            int part = (int) Math.min(STRIDE_FRAMES, first - at);
            between = file.differences(at, part, between);
            run(at, part, between, sum);
            at += part;
        }
        run(first, count, values, sum);
    }

    private void run(long first, int count, int[] values, int[] sum) {
        int perFrame = signalOf.length;
        for (int f = 0, at = 0; f < count; f++) {
            if ((first + f) % STRIDE_FRAMES == 0 && (first + f) / STRIDE_FRAMES == known) {
                keep(sum);
            }
            for (int v = 0; v < perFrame; v++, at++) {
                sum[signalOf[v]] += values[at];
                values[at] = sum[signalOf[v]];
            }
        }
    }

    private void keep(int[] sum) {
        int at = known * signalCount;
        if (sums.length < at + signalCount) {
            sums = Arrays.copyOf(sums, Math.max(2 * sums.length, at + signalCount));
        }
        System.arraycopy(sum, 0, sums, at, signalCount);
        known++;
    }
}
