package org.rwave.ecg.beat;

/** A running average of complexes, kept in whole quarter microvolts. */
final class RunningShape {
    private RunningShape() {}

    /** Moves {@code average} by {@code share} of the way towards {@code complex}, which is at least as long. */
    static void move(short[] average, double[] complex, double share) {
        for (int i = 0; i < average.length; i++) {
            double moved = average[i] + share * (complex[i] - average[i]);
            average[i] = (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, Math.rint(moved)));
        }
    }
}
