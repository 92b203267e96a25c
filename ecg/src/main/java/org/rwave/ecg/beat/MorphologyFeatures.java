package org.rwave.ecg.beat;

/**
 * The shape of a beat as numbers: how like the patient's dominant beat it is in P, QRS and T, how large, how wide, which
 * way up. Twelve per lead; all 0 for a lead that is not usable.
 */
final class MorphologyFeatures {
    static final int PER_LEAD = 12;

    /** Where the width of the QRS complex stands among those of a lead. */
    static final int WIDTH = 7;

    static final int COUNT = Preprocessing.LEADS * PER_LEAD;

    /** The QRS complex lasts while the slope exceeds this share of its steepest. */
    private static final double SLOPE_SHARE = 0.15;

    private static final double CLIP = 3;
    private static final Segment[] WAVES = {Segment.P, Segment.QRS, Segment.T};

    private MorphologyFeatures() {}

    /** Writes the features; {@code scale} is the usual peak to peak of each lead's QRS, quarter microvolts; {@code swapped}: the second lead comes first. */
    static void write(float[] into, int at, CutWindow beat, BeatTemplate template, double[] scale, boolean swapped) {
        for (int lead = 0; lead < Preprocessing.LEADS; lead++) {
            int first = at + (swapped ? 1 - lead : lead) * PER_LEAD;
            if (!beat.usable[lead]) {
                java.util.Arrays.fill(into, first, first + PER_LEAD, 0f);
                continue;
            }
            writeLead(into, first, beat, template, lead, scale[lead]);
        }
    }

    private static void writeLead(float[] into, int at, CutWindow beat, BeatTemplate template, int lead, double scale) {
        int i = at;
        for (Segment wave : WAVES) {
            into[i++] = (float) template.correlation(beat, lead, wave);
            into[i++] = clip(rootMeanSquareDifference(beat, template, lead, wave) / scale);
        }
        double peakToPeak = beat.qrsPeakToPeak(lead);
        into[i++] = clip(StrictMath.log(Math.max(1, peakToPeak) / scale));
        int width = width(beat.values[lead]);
        into[i++] = (float) (width / (double) Segment.QRS.length());
        into[i++] = clip(template.knows(lead) ? (width - width(template.average(lead))) / 10.0 : 0);
        into[i++] = clip(energy(beat.values[lead], Segment.P) / scale);
        into[i++] = clip(meanOf(beat.values[lead], Segment.QRS) / scale);
        into[i] = clip(meanOf(beat.values[lead], Segment.T) / scale);
    }

    private static double rootMeanSquareDifference(CutWindow beat, BeatTemplate template, int lead, Segment wave) {
        if (!template.knows(lead)) {
            return 0;
        }
        double[] row = beat.values[lead];
        short[] usual = template.average(lead);
        double squares = 0;
        for (int i = wave.from(); i < wave.to(); i++) {
            double difference = row[i] - usual[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares / wave.length());
    }

    /** Standard deviation over {@code wave}. */
    private static double energy(double[] row, Segment wave) {
        double mean = meanOf(row, wave);
        double squares = 0;
        for (int i = wave.from(); i < wave.to(); i++) {
            squares += (row[i] - mean) * (row[i] - mean);
        }
        return Math.sqrt(squares / wave.length());
    }

    private static double meanOf(double[] row, Segment wave) {
        double sum = 0;
        for (int i = wave.from(); i < wave.to(); i++) {
            sum += row[i];
        }
        return sum / wave.length();
    }

    /** Samples between the first and the last steep slope around R. */
    private static int width(double[] row) {
        double steepest = 0;
        for (int i = Segment.QRS.from(); i < Segment.QRS.to(); i++) {
            double slope = Math.abs(row[i + 1] - row[i - 1]);
            steepest = slope > steepest ? slope : steepest;
        }
        int first = Segment.QRS.from();
        int last = Segment.QRS.to() - 1;
        while (first < last && Math.abs(row[first + 1] - row[first - 1]) < SLOPE_SHARE * steepest) {
            first++;
        }
        while (last > first && Math.abs(row[last + 1] - row[last - 1]) < SLOPE_SHARE * steepest) {
            last--;
        }
        return last - first + 1;
    }

    /** The same of a shape in whole numbers. */
    private static int width(short[] row) {
        int steepest = 0;
        for (int i = Segment.QRS.from(); i < Segment.QRS.to(); i++) {
            steepest = Math.max(steepest, Math.abs(row[i + 1] - row[i - 1]));
        }
        int first = Segment.QRS.from();
        int last = Segment.QRS.to() - 1;
        while (first < last && Math.abs(row[first + 1] - row[first - 1]) < SLOPE_SHARE * steepest) {
            first++;
        }
        while (last > first && Math.abs(row[last + 1] - row[last - 1]) < SLOPE_SHARE * steepest) {
            last--;
        }
        return last - first + 1;
    }

    private static float clip(double value) {
        return (float) Math.max(-CLIP, Math.min(CLIP, value));
    }
}
