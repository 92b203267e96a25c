package org.rwave.ecg.qrs;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Weighs what speaks for and against a candidate being a heartbeat: a logistic regression over 25 measures, each relative
 * to the patient's own complexes, so that gain and polarity do not matter. The score is the logarithm of the odds.
 *
 * <p>The weights were fitted on the candidates that the detector itself meets in the 48 records of MIT-BIH, paced records
 * and first five minutes included, flutter excluded, and again after its decisions had changed with them.
 */
final class Evidence {
    static final int COUNT = 25;

    /** From here on the candidate is a beat. */
    static final double BEAT = 0;

    /** From here on it is one if, without it, a beat seems to be missing. */
    static final double MISSED_BEAT = -1;

    /** Up to here no later reconsideration can make it a beat. */
    static final double HOPELESS = -6;

    private static final double[] WEIGHTS = {
        -3.9880, // 0: always
        1.7640, // 1: log height
        -0.4975, // 2: how far the height lies below half a typical complex
        -4.0509, // 3: log background around it
        0.1755, // 4: log typical height of what was no beat, T wave or other
        -0.1230, // 5: correlation with the nearest template
        5.3379, // 6: correlation beyond 0.7
        -0.6235, // 7: a greater burst follows within 0.39 s
        1.6655, // 8: log steepness
        -3.3223, // 9: 0.4 s or less after the last beat, the closer the more
        1.8189, // 10: log height below the last beat's, within 0.4 s of it
        -2.5146, // 11: premature
        -0.7837, // 12: late
        1.1707, // 13: where a regular rhythm expects it
        -0.6110, // 14: height, if premature
        0.3436, // 15: log height below the last beat's, within 0.6 s of it
        1.6477, // 16: within the T wave's reach
        -0.1424, // 17: height of all leads alike over that of the trusted ones
        -1.8874, // 18: height times background
        -0.8716, // 19: length of the burst
        -1.2917, // 20: height times correlation
        -1.0648, // 21: how little it stands out from the background
        0.5888, // 22: height times typical false height
        -0.9442, // 23: how little it stands out from what was no beat
        1.4157, // 24: height within the T wave's reach
    };

    private static final int EARLY = 72;
    private static final int T_WAVE_END = 108;

    /** The measures of shape that do not follow from these and the height. */
    private static final int[] MEASURED = {3, 5, 7, 8, 17, 19};

    private Evidence() {}

    static void save(double[] evidence, SnapshotWriter out) {
        for (int i : MEASURED) {
            out.putDouble(evidence[i]);
        }
    }

    /** What {@link #save} wrote of a candidate of {@code height} typical complexes. */
    static double[] load(SnapshotReader in, double height) {
        double[] evidence = new double[COUNT];
        for (int i : MEASURED) {
            evidence[i] = in.getDouble();
        }
        follow(evidence, Math.log(height));
        return evidence;
    }

    /** Adds what follows from the measures of shape and the logarithm of the height. */
    private static void follow(double[] x, double height) {
        double background = x[3];
        double correlation = x[5];
        x[0] = 1;
        x[1] = Math.max(-4, height);
        x[2] = Math.min(0, height + 0.7);
        x[6] = Math.max(0, correlation - 0.7) * 3.3;
        x[18] = height * background;
        x[20] = Math.min(0, height) * correlation;
        x[21] = Math.min(0, height - background - 1);
    }

    /** What shape and surroundings say; {@link #score} adds what the time says. */
    static double[] ofShape(Leads leads, double correlation, double logSlope, double following, int burstSamples) {
        double height = Math.log(leads.fusedHeight());
        double[] x = new double[COUNT];
        x[3] = leads.logBackground();
        x[5] = correlation;
        x[7] = Math.max(0, Math.log(following + 0.02) - height + 0.3);
        x[8] = logSlope;
        x[17] = Math.log(leads.plainHeight() + 0.02) - height;
        x[19] = burstSamples / 20.0;
        follow(x, height);
        return x;
    }

    /** The score of {@code candidate} with {@code history} before it. */
    static double score(Candidate candidate, BeatHistory history) {
        double[] x = candidate.evidence;
        long sinceBeat = candidate.peak - history.last();
        double interval = Math.log(Math.min(sinceBeat, 1000) / history.typicalInterval());
        double height = Math.log(candidate.height);
        double belowLast = Math.min(0, height - Math.log(history.lastHeight()));
        double premature = Math.max(0, -interval - 0.1);
        x[4] = Math.log(history.falseHeight(sinceBeat));
        x[9] = Math.max(0, (EARLY - sinceBeat) / 36.0);
        x[10] = sinceBeat < EARLY ? belowLast : 0;
        x[11] = premature;
        x[12] = Math.max(0, interval - 0.1);
        x[13] = Math.exp(-interval * interval / 0.02) * history.regularity();
        x[14] = premature * Math.min(0, height);
        x[15] = sinceBeat < T_WAVE_END ? belowLast : 0;
        x[16] = sinceBeat < BeatHistory.T_WAVE_ZONE ? 1 : 0;
        x[22] = x[1] * x[4];
        x[23] = Math.min(0, x[1] - x[4] - 1);
        x[24] = x[16] * x[1];
        double score = 0;
        for (int i = 0; i < COUNT; i++) {
            score += WEIGHTS[i] * x[i];
        }
        return score;
    }
}
