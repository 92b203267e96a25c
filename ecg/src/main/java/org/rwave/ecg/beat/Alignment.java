package org.rwave.ecg.beat;

import java.util.Arrays;

/**
 * Puts beats of one shape on top of each other. The largest deflection of a biphasic QRS is now its R, now its S wave, so
 * a window centred on it jumps to and fro by up to 50 ms, and every comparison with the template fails; the shift of best
 * correlation over the QRS complex does not jump. A reused work area.
 */
final class Alignment {
    /** A shape that fits worse than this anywhere is another shape, to which nothing can be aligned. */
    private static final double WORTH_ALIGNING = 0.8;

    private static final int TOGETHER = 7;
    private static final int LENGTH = Segment.QRS.length();

    private final int reach;
    private final double[][] signal;
    private final double[][] squares;
    private final double[] products;
    private final double[] signalSquares;

    /** At each shift, the correlation with the shape that fits best there. */
    private final double[] correlations;

    private boolean[] usable = new boolean[Preprocessing.LEADS];

    /** Looks up to {@code reach} samples to either side. */
    Alignment(int reach) {
        this.reach = reach;
        this.signal = new double[Preprocessing.LEADS][LENGTH + 2 * reach];
        int shifts = 2 * reach + 1;
        if (shifts % TOGETHER != 0) {
            throw new IllegalArgumentException("2 * reach + 1 must be a multiple of 7, reach was " + reach);
        }
        this.squares = new double[Preprocessing.LEADS][shifts];
        this.products = new double[shifts];
        this.signalSquares = new double[shifts];
        this.correlations = new double[shifts];
    }

    /**
     * The position near {@code fiducial} at which the signal is most like one of {@code templates} around its QRS complex;
     * {@code fiducial} itself where it is like none.
     */
    long align(ConditionedHistory history, TemplateBank templates, long fiducial, boolean[] usableLeads) {
        usable = usableLeads;
        long first = fiducial - reach - Preprocessing.SAMPLES_BEFORE_R + Segment.QRS.from();
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (usable[lead]) {
                history.read(lead, first, signal[lead]);
                squareDeviations(signal[lead], squares[lead]);
            }
        }
        Arrays.fill(correlations, 0);
        templates.layOver(this);
        long best = fiducial;
        double bestCorrelation = WORTH_ALIGNING;
        for (int shift = 0; shift < correlations.length; shift++) {
            if (correlations[shift] > bestCorrelation) {
                bestCorrelation = correlations[shift];
                best = fiducial + shift - reach;
            }
        }
        return best;
    }

    /** Pearson correlation of {@code template} with the signal at every shift, all usable leads together. */
    void layOver(BeatTemplate template) {
        Arrays.fill(products, 0);
        Arrays.fill(signalSquares, 0);
        double templateSquares = 0;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (usable[lead] && template.knows(lead)) {
                addProducts(signal[lead], template.centredQrs(lead));
                for (int shift = 0; shift < signalSquares.length; shift++) {
                    signalSquares[shift] += squares[lead][shift];
                }
                templateSquares += template.qrsSquares(lead);
            }
        }
        for (int shift = 0; shift < correlations.length; shift++) {
            double norm = Math.sqrt(signalSquares[shift] * templateSquares);
            correlations[shift] = Math.max(correlations[shift], norm > 0 ? products[shift] / norm : 0);
        }
    }

    /** Seven shifts at a time: each sum waits for its last addition, seven of them wait together. */
    private void addProducts(double[] row, double[] shape) {
        for (int shift = 0; shift < products.length; shift += TOGETHER) {
            double a = products[shift];
            double b = products[shift + 1];
            double c = products[shift + 2];
            double d = products[shift + 3];
            double e = products[shift + 4];
            double f = products[shift + 5];
            double g = products[shift + 6];
            for (int i = 0; i < LENGTH; i++) {
                a += row[shift + i] * shape[i];
                b += row[shift + i + 1] * shape[i];
                c += row[shift + i + 2] * shape[i];
                d += row[shift + i + 3] * shape[i];
                e += row[shift + i + 4] * shape[i];
                f += row[shift + i + 5] * shape[i];
                g += row[shift + i + 6] * shape[i];
            }
            products[shift] = a;
            products[shift + 1] = b;
            products[shift + 2] = c;
            products[shift + 3] = d;
            products[shift + 4] = e;
            products[shift + 5] = f;
            products[shift + 6] = g;
        }
    }

    /** Sum of squared deviations from the mean at every shift; the values are whole numbers, so the sums are exact. */
    private static void squareDeviations(double[] row, double[] into) {
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += row[i];
            sumOfSquares += row[i] * row[i];
        }
        into[0] = sumOfSquares - sum * sum / LENGTH;
        for (int shift = 1; shift < into.length; shift++) {
            double gone = row[shift - 1];
            double come = row[shift + LENGTH - 1];
            sum += come - gone;
            sumOfSquares += come * come - gone * gone;
            into[shift] = sumOfSquares - sum * sum / LENGTH;
        }
    }
}
