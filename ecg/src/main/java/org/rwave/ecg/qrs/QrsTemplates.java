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

    private final Leads leads;
    private final float[][][] shapes;
    private final double[] uses = new double[TEMPLATES];
    private int bestTemplate;
    private int bestLag;

    QrsTemplates(Leads leads) {
        this.leads = leads;
        shapes = new float[TEMPLATES][leads.tracks.length][LENGTH];
    }

    /** The highest correlation of the signal around {@code position} with any template, leads counted by their votes. */
    double match(double position) {
        long at = Math.round(position);
        double best = -1;
        for (int template = 0; template < TEMPLATES; template++) {
            for (int lag = -GREATEST_LAG; uses[template] > 0 && lag <= GREATEST_LAG; lag++) {
                double correlation = correlation(template, at + lag);
                if (correlation > best) {
                    best = correlation;
                    bestTemplate = template;
                    bestLag = lag;
                }
            }
        }
        return best;
    }

    private double correlation(int template, long at) {
        double sum = 0;
        for (int lead = 0; lead < leads.tracks.length; lead++) {
            double vote = leads.vote(lead);
            if (vote > 0) {
                sum += vote * correlation(leads.tracks[lead], at - HALF, shapes[template][lead]);
            }
        }
        return sum;
    }

    /** Pearson's correlation. */
    private static double correlation(LeadTrack track, long first, float[] shape) {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int k = 0; k < LENGTH; k++) {
            double x = track.signal(first + k);
            double y = shape[k];
            sx += x;
            sy += y;
            sxx += x * x;
            syy += y * y;
            sxy += x * y;
        }
        double vx = sxx - sx * sx / LENGTH;
        double vy = syy - sy * sy / LENGTH;
        return vx <= 1e-9 || vy <= 1e-9 ? 0 : (sxy - sx * sy / LENGTH) / Math.sqrt(vx * vy);
    }

    /** A beat was found at {@code position}: its shape is blended into its template, or replaces the least used one. */
    void learn(double position) {
        boolean isKnown = match(position) > SAME_SHAPE;
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
        for (float[][] template : shapes) {
            for (float[] shape : template) {
                in.getFloats(shape);
            }
        }
    }
}
