package org.rwave.ecg.qrs;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** The shapes of the patient's own QRS complexes, up to three, all leads, 161 ms each: a beat mostly looks like one. */
final class QrsTemplates {
    private static final int TEMPLATES = 3;
    private static final int HALF = 14;
    private static final int LENGTH = 2 * HALF + 1;
    private static final int GREATEST_LAG = 4;
    private static final double SAME_SHAPE = 0.8;
    private static final double LEARNING_RATE = 0.15;
    private static final double FADING = 0.98;
    private static final double NO_DEVIATION = 1e-9;

    private static final int LAGS = 2 * GREATEST_LAG + 1;

    /** Divides the number of lags. */
    private static final int TOGETHER = 3;

    private final Leads leads;
    private final float[][][] shapes;
    private final double[] uses = new double[TEMPLATES];

    /** The shapes with mean 0 and norm 1; derived. */
    private final double[][][] units;

    private static final ThreadLocal<Comparison> COMPARISON = ThreadLocal.withInitial(Comparison::new);

    /** A complex beside the templates: a work area of the thread. */
    private static final class Comparison {
        final double[] window = new double[LENGTH + 2 * GREATEST_LAG];
        final double[][] correlations = new double[TEMPLATES][LAGS];
        final double[] deviations = new double[LAGS];
    }

    private double bestCorrelation;
    private int bestTemplate;
    private int bestLag;

    QrsTemplates(Leads leads) {
        this.leads = leads;
        shapes = new float[TEMPLATES][leads.tracks.length][LENGTH];
        units = new double[TEMPLATES][leads.tracks.length][LENGTH];
    }

    /** The highest correlation of the signal around {@code position} with any template, leads counted by their votes. */
    double match(double position) {
        Comparison comparison = COMPARISON.get();
        double[][] correlations = comparison.correlations;
        for (double[] row : correlations) {
            Arrays.fill(row, 0);
        }
        long first = Math.round(position) - HALF - GREATEST_LAG;
        for (int lead = 0; lead < leads.tracks.length; lead++) {
            if (leads.vote(lead) > 0) {
                correlate(lead, first, comparison);
            }
        }
        bestCorrelation = -1;
        for (int template = 0; template < TEMPLATES; template++) {
            for (int lag = 0; uses[template] > 0 && lag < LAGS; lag++) {
                if (correlations[template][lag] > bestCorrelation) {
                    bestCorrelation = correlations[template][lag];
                    bestTemplate = template;
                    bestLag = lag - GREATEST_LAG;
                }
            }
        }
        return bestCorrelation;
    }

    /** Adds Pearson's correlation of {@code lead} with every template in use at every lag, times the lead's vote. */
    private void correlate(int lead, long first, Comparison with) {
        leads.tracks[lead].signal(first, with.window.length, with.window);
        measureDeviations(with);
        for (int template = 0; template < TEMPLATES; template++) {
            if (uses[template] > 0) {
                addProducts(with, units[template][lead], leads.vote(lead), with.correlations[template]);
            }
        }
    }

    /** Three lags at a time: each sum waits for its last addition, those of three lags wait together. */
    private static void measureDeviations(Comparison with) {
        double[] window = with.window;
        double[] deviations = with.deviations;
        for (int lag = 0; lag < LAGS; lag += TOGETHER) {
            double sumA = 0;
            double sumB = 0;
            double sumC = 0;
            double squaresA = 0;
            double squaresB = 0;
            double squaresC = 0;
            for (int k = lag; k < lag + LENGTH; k++) {
                sumA += window[k];
                sumB += window[k + 1];
                sumC += window[k + 2];
                squaresA += window[k] * window[k];
                squaresB += window[k + 1] * window[k + 1];
                squaresC += window[k + 2] * window[k + 2];
            }
            deviations[lag] = squaresA - sumA * sumA / LENGTH;
            deviations[lag + 1] = squaresB - sumB * sumB / LENGTH;
            deviations[lag + 2] = squaresC - sumC * sumC / LENGTH;
        }
    }

    /** Three lags at a time, as there. */
    private static void addProducts(Comparison with, double[] unit, double vote, double[] into) {
        double[] window = with.window;
        for (int lag = 0; lag < LAGS; lag += TOGETHER) {
            double a = 0;
            double b = 0;
            double c = 0;
            for (int k = 0; k < LENGTH; k++) {
                a += window[lag + k] * unit[k];
                b += window[lag + k + 1] * unit[k];
                c += window[lag + k + 2] * unit[k];
            }
            add(vote * a, with.deviations[lag], lag, into);
            add(vote * b, with.deviations[lag + 1], lag + 1, into);
            add(vote * c, with.deviations[lag + 2], lag + 2, into);
        }
    }

    private static void add(double product, double deviation, int lag, double[] into) {
        if (deviation > NO_DEVIATION) {
            into[lag] += product / Math.sqrt(deviation);
        }
    }

    /**
     * What was last matched, at {@code position}, is a beat: its shape is blended into its template, or replaces the least
     * used one.
     */
    void learn(double position) {
        boolean isKnown = bestCorrelation > SAME_SHAPE;
        long first = Math.round(position) - HALF + (isKnown ? bestLag : 0);
        int template = isKnown ? bestTemplate : leastUsed();
        for (int i = 0; i < TEMPLATES; i++) {
            uses[i] *= FADING;
        }
        uses[template] = isKnown ? uses[template] + 1 : 1;
        double rate = isKnown ? LEARNING_RATE : 1;
        for (int lead = 0; lead < leads.tracks.length; lead++) {
            float[] shape = shapes[template][lead];
            for (int k = 0; k < LENGTH; k++) {
                shape[k] += (float) (rate * (leads.tracks[lead].signal(first + k) - shape[k]));
            }
            normalise(shape, units[template][lead]);
        }
    }

    private static void normalise(float[] shape, double[] unit) {
        double mean = 0;
        for (float value : shape) {
            mean += value / LENGTH;
        }
        double deviation = 0;
        for (float value : shape) {
            deviation += (value - mean) * (value - mean);
        }
        double scale = deviation > NO_DEVIATION ? 1 / Math.sqrt(deviation) : 0;
        for (int k = 0; k < LENGTH; k++) {
            unit[k] = (shape[k] - mean) * scale;
        }
    }

    private int leastUsed() {
        int least = 0;
        for (int i = 1; i < TEMPLATES; i++) {
            least = uses[i] < uses[least] ? i : least;
        }
        return least;
    }

    void reset() {
        Arrays.fill(uses, 0);
        for (float[][] template : shapes) {
            for (float[] shape : template) {
                Arrays.fill(shape, 0);
            }
        }
    }

    void save(SnapshotWriter out) {
        out.putDoubles(uses);
        for (float[][] template : shapes) {
            for (float[] shape : template) {
                out.putFloats(shape);
            }
        }
    }

    void load(SnapshotReader in) {
        in.getDoubles(uses);
        for (int template = 0; template < TEMPLATES; template++) {
            for (int lead = 0; lead < leads.tracks.length; lead++) {
                in.getFloats(shapes[template][lead]);
                normalise(shapes[template][lead], units[template][lead]);
            }
        }
    }
}
