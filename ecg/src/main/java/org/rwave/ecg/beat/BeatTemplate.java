package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** The running average of beats of one shape, {@code [lead][sample]} in whole quarter microvolts. */
final class BeatTemplate {
    /** The average forgets: a new beat never counts less than this. */
    private static final double SLOWEST_UPDATE = 1.0 / 16;

    private static final double WEIGHT_DECAY = 0.98;
    private static final double PREMATURITY_UPDATE = 1.0 / 8;

    private final short[][] average = new short[Preprocessing.LEADS][Preprocessing.WINDOW_SAMPLES];
    private final int[] beatsSeen = new int[Preprocessing.LEADS];

    /** The QRS complex of the average less its mean, and the sum of its squares: follows from the average. */
    private final double[][] centredQrs = new double[Preprocessing.LEADS][Segment.QRS.length()];

    private final double[] qrsSquares = new double[Preprocessing.LEADS];
    /** Sum of the squares of the average over {@link Segment#ALL}, a whole number: follows from the average. */
    private final double[] squares = new double[Preprocessing.LEADS];

    private double weight;
    private double prematurity;

    /** The beat that was compared last, and with what result: several parts ask. */
    private CutWindow compared;

    private long comparedCut;
    private double comparedCorrelation;

    /** How much of the recent past looked like this: beats, each counting 2 % less than the next. */
    double weight() {
        return weight;
    }

    /** Mean log of RR interval over the usual one, the latest beats counting most. */
    double prematurity() {
        return prematurity;
    }

    boolean isEmpty() {
        return weight == 0;
    }

    /** Whether {@code lead} has been seen at all. */
    boolean knows(int lead) {
        return beatsSeen[lead] > 0;
    }

    /** The shape in {@code lead}, quarter microvolts; not to be changed. */
    short[] average(int lead) {
        return average[lead];
    }

    void fade() {
        weight *= WEIGHT_DECAY;
    }

    void restartFrom(CutWindow beat, double vote, double prematurityOfBeat) {
        weight = 0;
        prematurity = prematurityOfBeat;
        java.util.Arrays.fill(beatsSeen, 0);
        compared = null;
        absorb(beat, vote, prematurityOfBeat);
    }

    /** Moves the average towards {@code beat}, whose say in which shape is the dominant one is {@code vote}. */
    void absorb(CutWindow beat, double vote, double prematurityOfBeat) {
        weight += vote;
        prematurity += PREMATURITY_UPDATE * (prematurityOfBeat - prematurity);
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (beat.usable[lead]) {
                double share = Math.max(1.0 / (beatsSeen[lead] + 1), SLOWEST_UPDATE);
                RunningShape.move(average[lead], beat.values[lead], share);
                beatsSeen[lead] = Math.min(beatsSeen[lead] + 1, 1000);
                follow(lead);
            }
        }
    }

    private void follow(int lead) {
        compared = null;
        squares[lead] = 0;
        for (int i = Segment.ALL.from(); i < Segment.ALL.to(); i++) {
            squares[lead] += (double) average[lead][i] * average[lead][i];
        }
        centre(lead);
    }

    private void centre(int lead) {
        double[] centred = centredQrs[lead];
        double mean = 0;
        for (int i = 0; i < centred.length; i++) {
            centred[i] = average[lead][Segment.QRS.from() + i];
            mean += centred[i] / centred.length;
        }
        qrsSquares[lead] = 0;
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= mean;
            qrsSquares[lead] += centred[i] * centred[i];
        }
    }

    /** The QRS complex of {@code lead} less its mean; not to be changed. */
    double[] centredQrs(int lead) {
        return centredQrs[lead];
    }

    /** Sum of the squares of {@link #centredQrs}. */
    double qrsSquares(int lead) {
        return qrsSquares[lead];
    }

    /** Pearson correlation with {@code beat} over {@code segment} of one lead; 0 when either is flat or unknown. */
    double correlation(CutWindow beat, int lead, Segment segment) {
        return beat.usable[lead] && knows(lead)
                ? Correlation.of(beat.values[lead], average[lead], segment.from(), segment.to())
                : 0;
    }

    /** Correlation over P to T of all usable leads laid end to end, so that their proportions count as well. */
    double correlation(CutWindow beat) {
        if (compared != beat || comparedCut != beat.cuts()) {
            comparedCorrelation = compare(beat);
            compared = beat;
            comparedCut = beat.cuts();
        }
        return comparedCorrelation;
    }

    private double compare(CutWindow beat) {
        double products = 0;
        double beatSquares = 0;
        double templateSquares = 0;
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            if (beat.usable[lead] && knows(lead)) {
                double[] row = beat.values[lead];
                short[] shape = average[lead];
                for (int i = Segment.ALL.from(); i < Segment.ALL.to(); i++) {
                    products += row[i] * shape[i];
                    beatSquares += row[i] * row[i];
                }
                templateSquares += squares[lead];
            }
        }
        double norm = Math.sqrt(beatSquares * templateSquares);
        return norm > 0 ? products / norm : 0;
    }

    /** Highest less lowest value of {@code lead} around the QRS complex. */
    double qrsPeakToPeak(int lead) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = Segment.QRS.from(); i < Segment.QRS.to(); i++) {
            low = Math.min(low, average[lead][i]);
            high = Math.max(high, average[lead][i]);
        }
        return high - low;
    }

    /** Standard deviation over {@code segment} of one lead; 0 when the lead is unknown. */
    double deviation(int lead, Segment segment) {
        double sum = 0;
        double squares = 0;
        for (int i = segment.from(); i < segment.to(); i++) {
            sum += average[lead][i];
            squares += (double) average[lead][i] * average[lead][i];
        }
        double mean = sum / segment.length();
        return Math.sqrt(Math.max(0, squares / segment.length() - mean * mean));
    }

    void save(SnapshotWriter out) {
        out.putDouble(weight).putDouble(prematurity);
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            out.putShort(beatsSeen[lead]);
            if (beatsSeen[lead] > 0) {
                out.putDifferences(average[lead], Preprocessing.WINDOW_SAMPLES);
            }
        }
    }

    void load(SnapshotReader in) {
        weight = in.getDouble();
        prematurity = in.getDouble();
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            beatsSeen[lead] = in.getShort();
            if (beatsSeen[lead] > 0) {
                in.getDifferences(average[lead], Preprocessing.WINDOW_SAMPLES);
                follow(lead);
            }
        }
    }
}
