package org.rwave.ecg.beat;

/**
 * The QRS complex of a cut beat at every second sample, each lead less its mean, as it lies and shifted by up to
 * {@value #REACH} samples to either side: what a form is laid over. A reused work area.
 */
final class QrsShifts {
    static final int STEP = 2;

    /** Samples of one lead: 100 ms before R to 150 ms after. */
    static final int SAMPLES = (Segment.QRS.length() + STEP - 1) / STEP;

    /** 11 ms to either side; the beat is aligned with the shapes of {@link TemplateBank} already. */
    private static final int REACH = 2;

    static final int COUNT = 2 * REACH + 1;

    /** The shift that leaves the beat where it is. */
    static final int NONE = REACH;

    private final double[][][] values = new double[COUNT][Preprocessing.LEADS][SAMPLES];
    private final double[][] squares = new double[COUNT][Preprocessing.LEADS];
    private final boolean[] usable = new boolean[Preprocessing.LEADS];

    /** Takes over the complex of {@code beat}. */
    void take(CutWindow beat) {
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            usable[lead] = beat.usable[lead];
            if (usable[lead]) {
                for (int shift = 0; shift < COUNT; shift++) {
                    squares[shift][lead] =
                            centre(beat.values[lead], Segment.QRS.from() + shift - REACH, values[shift][lead]);
                }
            }
        }
    }

    /** Copies every second sample from {@code first} on less their mean; the sum of the squares. */
    private static double centre(double[] row, int first, double[] into) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            into[i] = row[first + STEP * i];
            sum += into[i];
        }
        double mean = sum / SAMPLES;
        double sumOfSquares = 0;
        for (int i = 0; i < SAMPLES; i++) {
            into[i] -= mean;
            sumOfSquares += into[i] * into[i];
        }
        return sumOfSquares;
    }

    boolean isUsable(int lead) {
        return usable[lead];
    }

    /** The complex in {@code lead} at {@code shift}, quarter microvolts; not to be changed. */
    double[] values(int shift, int lead) {
        return values[shift][lead];
    }

    /** Sum of the squares of {@link #values}. */
    double squares(int shift, int lead) {
        return squares[shift][lead];
    }
}
