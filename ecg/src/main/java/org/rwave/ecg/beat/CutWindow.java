package org.rwave.ecg.beat;

import java.util.Arrays;

/**
 * One beat cut out of the history: {@code [lead][sample]} in quarter microvolts, each lead less its own mean over the
 * window, so that slow drift does not reach the classifier. A reused work area.
 */
final class CutWindow {
    final double[][] values = new double[Preprocessing.LEADS][Preprocessing.WINDOW_SAMPLES];
    final boolean[] usable = new boolean[Preprocessing.LEADS];

    private final double[] qrsPeakToPeak = new double[Preprocessing.LEADS];

    /** Which cut this is: what was worked out for another one no longer holds. */
    private long cuts;

    long cuts() {
        return cuts;
    }

    /** Cuts around {@code fiducial}; a lead that is not usable becomes all zeros. */
    void cut(ConditionedHistory history, long fiducial, boolean[] usableLeads) {
        cuts++;
        long first = fiducial - Preprocessing.SAMPLES_BEFORE_R;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            usable[lead] = usableLeads[lead];
            double[] row = values[lead];
            if (usable[lead]) {
                double mean = history.read(lead, first, row) / (double) row.length;
                for (int i = 0; i < row.length; i++) {
                    row[i] -= mean;
                }
            } else {
                Arrays.fill(row, 0);
            }
            qrsPeakToPeak[lead] = peakToPeak(row);
        }
    }

    private static double peakToPeak(double[] row) {
        double low = row[Segment.QRS.from()];
        double high = low;
        for (int i = Segment.QRS.from(); i < Segment.QRS.to(); i++) {
            double value = row[i];
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        return high - low;
    }

    /** Highest less lowest value of {@code lead} around the QRS complex, 100 ms before to 150 ms after R. */
    double qrsPeakToPeak(int lead) {
        return qrsPeakToPeak[lead];
    }
}
