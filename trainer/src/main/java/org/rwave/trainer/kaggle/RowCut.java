package org.rwave.trainer.kaggle;

/**
 * Cuts a row out of a signal as the published files were made. The paper speaks of 125 Hz, windows of 10 s and segments of
 * 1.2 times the usual interval (Kachuee et al. 2018, section III-A); the published MIT-BIH test file shows something
 * simpler, which gives every one of its rows: from the annotation to the next one and a fifth of the interval after that,
 * every third sample of the 360 a second (so 120 Hz, unfiltered), its smallest value to 0 and its largest to 1, then
 * zeros, or cut, to {@value HeartbeatRow#LENGTH} values.
 */
final class RowCut {
    private static final double WANTED_HERTZ = 125;
    private static final double TAIL = 0.2;

    private final int[] signal;
    private final int step;

    /** Cuts from {@code signal}, raw units at {@code hertz}. */
    RowCut(int[] signal, double hertz) {
        this.signal = signal.clone();
        this.step = Math.max(1, (int) Math.round(hertz / WANTED_HERTZ));
    }

    /** Samples of the signal. */
    int signalLength() {
        return signal.length;
    }

    /**
     * The row of the beat at {@code start}.
     *
     * @param next position of what is annotated next
     * @param afterNext position of what is annotated then, or the signal's length
     */
    HeartbeatRow cut(long start, long next, long afterNext, int label) {
        long end = Math.min(signal.length, (long) (next + TAIL * (afterNext - next)));
        int least = Integer.MAX_VALUE;
        int largest = Integer.MIN_VALUE;
        for (int i = (int) start; i < end; i += step) {
            least = Math.min(least, signal[i]);
            largest = Math.max(largest, signal[i]);
        }
        float[] values = new float[HeartbeatRow.LENGTH];
        for (int k = 0; k < values.length && start + (long) k * step < end && largest > least; k++) {
            values[k] = (signal[(int) start + k * step] - least) / (float) (largest - least);
        }
        return new HeartbeatRow(values, label);
    }
}
