package org.rwave.ecg.beat;

/**
 * Puts beats of one shape on top of each other. The largest deflection of a biphasic QRS is now its R, now its S wave, so
 * a window centred on it jumps to and fro by up to 50 ms, and every comparison with the template fails; the shift of best
 * correlation over the QRS complex does not jump. A reused work area.
 */
final class Alignment {
    /** A shape that fits worse than this anywhere is another shape, to which nothing can be aligned. */
    private static final double WORTH_ALIGNING = 0.8;

    private static final int LENGTH = Segment.QRS.length();

    private final int reach;
    private final double[][] signal;
    private boolean[] usable = new boolean[Preprocessing.LEADS];

    /** Looks up to {@code reach} samples to either side. */
    Alignment(int reach) {
        this.reach = reach;
        this.signal = new double[Preprocessing.LEADS][LENGTH + 2 * reach];
    }

    /**
     * The position near {@code fiducial} at which the signal is most like one of {@code templates} around its QRS complex;
     * {@code fiducial} itself where it is like none.
     */
    long align(ConditionedHistory history, TemplateBank templates, long fiducial, boolean[] usableLeads) {
        usable = usableLeads;
        long first = fiducial - reach - Preprocessing.SAMPLES_BEFORE_R + Segment.QRS.from();
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            for (int i = 0; usable[lead] && i < signal[lead].length; i++) {
                signal[lead][i] = history.at(lead, first + i);
            }
        }
        long best = fiducial;
        double bestCorrelation = WORTH_ALIGNING;
        for (int shift = -reach; shift <= reach; shift++) {
            double correlation = templates.bestCorrelation(this, shift);
            if (correlation > bestCorrelation) {
                bestCorrelation = correlation;
                best = fiducial + shift;
            }
        }
        return best;
    }

    /** Pearson correlation of {@code template} with the signal moved by {@code shift}, all usable leads together. */
    double correlation(BeatTemplate template, int shift) {
        double covariance = 0;
        double signalVariance = 0;
        double templateVariance = 0;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (!usable[lead] || !template.knows(lead)) {
                continue;
            }
            double products = 0;
            double signalSum = 0;
            double templateSum = 0;
            double signalSquares = 0;
            double templateSquares = 0;
            double[] row = signal[lead];
            for (int i = 0; i < LENGTH; i++) {
                double value = row[shift + reach + i];
                double shape = template.at(lead, Segment.QRS.from() + i);
                products += value * shape;
                signalSum += value;
                templateSum += shape;
                signalSquares += value * value;
                templateSquares += shape * shape;
            }
            covariance += products - signalSum * templateSum / LENGTH;
            signalVariance += signalSquares - signalSum * signalSum / LENGTH;
            templateVariance += templateSquares - templateSum * templateSum / LENGTH;
        }
        double norm = Math.sqrt(signalVariance * templateVariance);
        return norm > 0 ? covariance / norm : 0;
    }
}
