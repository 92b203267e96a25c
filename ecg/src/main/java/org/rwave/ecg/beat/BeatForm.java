package org.rwave.ecg.beat;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * A form that the QRS complexes of a patient have, and what the model has said of them: their running average,
 * {@code [lead][sample]} in quarter microvolts at {@value #HERTZ} Hz, each lead less its mean, and the mean of the
 * beats' log-odds of being ventricular.
 */
final class BeatForm {
    static final int HERTZ = Preprocessing.HERTZ / QrsShifts.STEP;

    /** Of so many beats all count alike in the mean; of more, the latest count most. */
    private static final int MOST_OPINIONS = 200;

    /** The average of the form forgets: a new beat never counts less than this. */
    private static final double SLOWEST_UPDATE = 0.1;

    private static final double WEIGHT_DECAY = 0.995;

    /** Complexes of one form differ less than this in size. */
    private static final double LEAST_SIZE = 0.6;

    private final short[][] average = new short[Preprocessing.LEADS][QrsShifts.SAMPLES];
    private final boolean[] known = new boolean[Preprocessing.LEADS];

    /** Sum of the squares of each lead's average: follows from it. */
    private final double[] squares = new double[Preprocessing.LEADS];

    private double weight;
    private int opinions;
    private double logOdds;

    /** How much of the recent past had this form: beats, each counting half a per cent less than the next; 0: no form yet. */
    double weight() {
        return weight;
    }

    /** How many beats the mean is of. */
    int opinions() {
        return opinions;
    }

    /** Mean of the natural log-odds of being ventricular. */
    double logOdds() {
        return logOdds;
    }

    void fade() {
        weight *= WEIGHT_DECAY;
    }

    /**
     * Correlation with the complex of {@code beat} at each shift over the leads that both have; -1 where there is none, or
     * one of the two is less than 0.6 times the size of the other. All shifts at once: each sum waits for its last addition.
     *
     * @param into {@link QrsShifts#COUNT} of them
     */
    void likenesses(QrsShifts beat, double[] into) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (known[lead] && beat.isUsable(lead)) {
                double[] first = beat.values(0, lead);
                double[] second = beat.values(1, lead);
                double[] third = beat.values(2, lead);
                double[] fourth = beat.values(3, lead);
                double[] fifth = beat.values(4, lead);
                short[] form = average[lead];
                for (int i = 0; i < QrsShifts.SAMPLES; i++) {
                    a += first[i] * form[i];
                    b += second[i] * form[i];
                    c += third[i] * form[i];
                    d += fourth[i] * form[i];
                    e += fifth[i] * form[i];
                }
            }
        }
        into[0] = likeness(beat, 0, a);
        into[1] = likeness(beat, 1, b);
        into[2] = likeness(beat, 2, c);
        into[3] = likeness(beat, 3, d);
        into[4] = likeness(beat, 4, e);
    }

    private double likeness(QrsShifts beat, int shift, double products) {
        double beatSquares = 0;
        double formSquares = 0;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (known[lead] && beat.isUsable(lead)) {
                beatSquares += beat.squares(shift, lead);
                formSquares += squares[lead];
            }
        }
        boolean isOfLikeSize = beatSquares > LEAST_SIZE * LEAST_SIZE * formSquares
                && formSquares > LEAST_SIZE * LEAST_SIZE * beatSquares;
        return isOfLikeSize ? products / Math.sqrt(beatSquares * formSquares) : -1;
    }

    /** Forgets everything and starts from {@code beat}. */
    void restartFrom(QrsShifts beat, int shift, double logOddsOfBeat) {
        weight = 0;
        opinions = 0;
        logOdds = 0;
        Arrays.fill(known, false);
        absorb(beat, shift, logOddsOfBeat);
    }

    /** Takes in a beat of this form, which lies best on it at {@code shift}. */
    void absorb(QrsShifts beat, int shift, double logOddsOfBeat) {
        weight++;
        opinions = Math.min(opinions + 1, MOST_OPINIONS);
        logOdds += (logOddsOfBeat - logOdds) / opinions;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (beat.isUsable(lead)) {
                double share = known[lead] ? Math.max(SLOWEST_UPDATE, 1.0 / opinions) : 1;
                RunningShape.move(average[lead], beat.values(shift, lead), share);
                follow(lead);
                known[lead] = true;
            }
        }
    }

    private void follow(int lead) {
        squares[lead] = 0;
        for (short value : average[lead]) {
            squares[lead] += (double) value * value;
        }
    }

    void save(SnapshotWriter out) {
        out.putDouble(weight);
        if (weight > 0) {
            out.putShort(opinions).putDouble(logOdds);
            for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
                out.putBoolean(known[lead]);
                if (known[lead]) {
                    out.putDifferences(average[lead], QrsShifts.SAMPLES);
                }
            }
        }
    }

    void load(SnapshotReader in) {
        weight = in.getDouble();
        if (weight > 0) {
            opinions = in.getShort();
            logOdds = in.getDouble();
            for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
                known[lead] = in.getBoolean();
                if (known[lead]) {
                    in.getDifferences(average[lead], QrsShifts.SAMPLES);
                    follow(lead);
                }
            }
        }
    }
}
