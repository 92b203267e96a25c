package org.rwave.ecg.beat;

/**
 * One beat cut out of the history: {@code [lead][sample]} in quarter microvolts, each lead less its own mean over the
 * window, so that slow drift does not reach the classifier. A reused work area.
 */
final class CutWindow {
    final double[][] values = new double[Preprocessing.LEADS][Preprocessing.WINDOW_SAMPLES];
    final boolean[] usable = new boolean[Preprocessing.LEADS];

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
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                row[i] = usable[lead] ? history.at(lead, first + i) : 0;
                sum += row[i];
            }
            double mean = sum / row.length;
            for (int i = 0; i < row.length; i++) {
                row[i] -= usable[lead] ? mean : 0;
            }
        }
    }

    /** Highest less lowest value of {@code lead} around the QRS complex, 100 ms before to 150 ms after R. */
    double qrsPeakToPeak(int lead) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = Segment.QRS.from(); i < Segment.QRS.to(); i++) {
            low = Math.min(low, values[lead][i]);
            high = Math.max(high, values[lead][i]);
        }
        return high - low;
    }
}
