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
    private final double[] squares = new double[Preprocessing.LEADS];
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
            for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
                squares[lead] = usable[lead] ? squaredDeviations(signal[lead], shift + reach) : 0;
            }
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
        double products = 0;
        double signalSquares = 0;
        double templateSquares = 0;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (usable[lead] && template.knows(lead)) {
                double[] row = signal[lead];
                double[] shape = template.centredQrs(lead);
                for (int i = 0; i < LENGTH; i++) {
                    products += row[shift + reach + i] * shape[i];
                }
                signalSquares += squares[lead];
                templateSquares += template.qrsSquares(lead);
            }
        }
        double norm = Math.sqrt(signalSquares * templateSquares);
        return norm > 0 ? products / norm : 0;
    }

    private static double squaredDeviations(double[] row, int from) {
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = from; i < from + LENGTH; i++) {
            sum += row[i];
            sumOfSquares += row[i] * row[i];
        }
        return sumOfSquares - sum * sum / LENGTH;
    }
}
