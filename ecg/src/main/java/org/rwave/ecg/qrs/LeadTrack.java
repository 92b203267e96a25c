package org.rwave.ecg.qrs;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * One lead as the detector sees it: recent signal and QRS energy, how high its QRS complexes are and how much it moves
 * between them.
 */
final class LeadTrack {
    /** Samples of signal that a decision looks back on once learning is over. */
    private static final int SIGNAL_HISTORY = 168;

    /** A lead whose complexes are smaller is not magnified any further, millivolts of energy. */
    static final double LOWEST_LEVEL = 0.02;

    /** Up or down by this factor a sample, the background settles at the median (Robbins &amp; Monro 1951) within 1 s. */
    private static final double BACKGROUND_STEP = 1.006;

    private static final double LOWEST_BACKGROUND = 0.001;

    /** Share of a new sample in the long-term disturbance: 5.5 s time constant. */
    private static final double DISTURBANCE_SHARE = 0.001;

    private static final double GREATEST_DISTURBANCE = 3;
    /** Samples after which the leads' weights are renewed. */
    private static final int WEIGHED_EVERY = 4;

    private static final int BEATS = 8;
    private static final double NOT_SILENT = Double.MAX_VALUE;

    private final LeadEnergy filter = new LeadEnergy();
    private final SampleRing signal = new SampleRing(0);

    /** A moving average over 15 samples: every second one is enough. */
    private final SampleRing energy = new SampleRing(1);

    private final double[] prepared = new double[QrsDetector.LONGEST_RUN];
    private int nextPrepared;

    /** What {@link #weight} was behind each sample of the last run whose index is a multiple of four. */
    private final double[] weights = new double[QrsDetector.LONGEST_RUN / WEIGHED_EVERY + 1];

    private final double[] heights = new double[BEATS];
    private int nextHeight;
    private double level;
    private double levelBeforeSilence;
    private double background;
    private double disturbance;
    private long usableSince;

    LeadTrack() {
        reset();
    }

    /** The first index behind {@code index} whose energy is another: every second one is kept. */
    static long nextEnergy(long index) {
        return (index | 1) + 1;
    }

    /** Whether the energy at {@code index} is that of the index before. */
    static boolean isSameEnergy(long index) {
        return (index & 1) == 1;
    }

    /** Works out the energy of the next {@code count} samples, which {@link #accept} then takes one by one. */
    void prepare(double[] millivolts, int count) {
        filter.accept(millivolts, count, prepared);
        nextPrepared = 0;
    }

    /**
     * Takes the next {@code count} of the samples prepared, {@code millivolts[from]} being conditioned sample {@code index}.
     *
     * @param settledBehind how far behind each sample lies the one that then counts as disturbance
     * @param settling bit i says whether the one behind sample {@code index + i} does: it belongs to no beat
     */
    void accept(
            long index, double[] millivolts, int from, int count, boolean usable, int settledBehind, long settling) {
        signal.put(index, millivolts, from, count);
        energy.put(index, prepared, nextPrepared, count);
        double newBackground = background;
        int weighed = 0;
        for (int i = 0; i < count; i++) {
            newBackground *= prepared[nextPrepared + i] > newBackground ? BACKGROUND_STEP : 1 / BACKGROUND_STEP;
            newBackground = newBackground > LOWEST_BACKGROUND ? newBackground : LOWEST_BACKGROUND;
            if ((index + i) % WEIGHED_EVERY == 0) {
                weights[weighed++] = weight(newBackground);
            }
            if ((settling >>> i & 1) != 0) {
                disturbedBy(index + i - settledBehind);
            }
        }
        background = newBackground;
        nextPrepared += count;
        if (!usable) {
            usableSince = index + count;
        }
    }

    /**
     * Adds this lead's share in the fused energy of the {@code count} samples taken last, of which {@code index} is the first:
     * squares to {@code squares}, its weight to {@code total}.
     *
     * @param weight that of the first; returns that of the next sample to come
     */
    double fuse(long index, int count, double weight, double greatestVote, double[] squares, double[] total) {
        int first = nextPrepared - count;
        int weighed = 0;
        double now = weight;
        for (int i = 0; i < count; i++) {
            double relative = Math.min(greatestVote, prepared[first + i] / level);
            squares[i] += now * relative * relative;
            total[i] += now;
            if ((index + i) % WEIGHED_EVERY == 0) {
                now = weights[weighed++];
            }
        }
        return now;
    }

    /** What {@link #fuse} returns, for a lead that has no share. */
    double weightBehind(long index, int count, double weight) {
        int weighed = (int)
                ((index + count + WEIGHED_EVERY - 1) / WEIGHED_EVERY - (index + WEIGHED_EVERY - 1) / WEIGHED_EVERY);
        return weighed > 0 ? weights[weighed - 1] : weight;
    }

    /** The signal ends before {@code end}: what lies behind is without energy, at the last voltage. */
    void endAt(long end) {
        double last = signal.at(end - 1);
        for (long index = end; index < end + SIGNAL_HISTORY; index++) {
            signal.put(index, last);
            energy.put(index, 0);
        }
    }

    /** Conditioned millivolts at {@code index}. */
    double signal(long index) {
        return signal.at(index);
    }

    /** Conditioned millivolts at the {@code count} indexes from {@code index} on, put at the front of {@code into}. */
    void signal(long index, int count, double[] into) {
        signal.read(index, count, into);
    }

    /** QRS energy at {@code index}, as a multiple of this lead's typical complex. */
    double relativeEnergy(long index) {
        return energy.at(index) / level;
    }

    /** The greatest {@link #relativeEnergy} from {@code from} to {@code to}, both included. */
    double greatestEnergy(long from, long to) {
        return energy.greatest(from, to) / level;
    }

    /** Energy of this lead's typical complex, millivolts. */
    double level() {
        return level;
    }

    /** Whether every sample from {@code index} on was usable. */
    boolean isUsableSince(long index) {
        return usableSince <= index;
    }

    /** Counts sample {@code index}, which belongs to no beat, as disturbance. */
    private void disturbedBy(long index) {
        double relative = Math.min(GREATEST_DISTURBANCE, relativeEnergy(index));
        disturbance += DISTURBANCE_SHARE * (relative * relative - disturbance);
    }

    /** Mean square of {@link #relativeEnergy} outside beats, over the last seconds. */
    double disturbance() {
        return disturbance + 0.001;
    }

    /** How far this lead's vote counts when samples are fused: signal to noise, short and long term. */
    double weight() {
        return weight(background);
    }

    private double weight(double behindBackground) {
        return level / (behindBackground * Math.sqrt(disturbance()));
    }

    /** A beat with {@code relativeHeight} was found: the level becomes the median of the last eight (Hamilton 2002). */
    void beat(double relativeHeight) {
        if (level * relativeHeight > 0.5 * levelBeforeSilence) {
            learn(levelBeforeSilence);
            return;
        }
        levelBeforeSilence = NOT_SILENT;
        heights[nextHeight] = level * Math.min(relativeHeight, 2);
        nextHeight = (nextHeight + 1) % BEATS;
        double[] sorted = heights.clone();
        Arrays.sort(sorted);
        level = Math.max(LOWEST_LEVEL, sorted[BEATS / 2]);
    }

    /** Starts over from {@code newLevel}. */
    void learn(double newLevel) {
        level = Math.max(LOWEST_LEVEL, newLevel);
        Arrays.fill(heights, level);
        levelBeforeSilence = NOT_SILENT;
    }

    /** No beat for long: expects smaller ones, but remembers the level in case the next beat is like the ones before. */
    void lower(double newLevel) {
        double remembered = levelBeforeSilence == NOT_SILENT ? level : levelBeforeSilence;
        learn(newLevel);
        levelBeforeSilence = remembered;
    }

    /** Median of the maxima of three successive thirds of the last {@code span} samples before {@code end}, millivolts. */
    double typicalMaximum(long end, int span) {
        int third = span / 3;
        double a = energy.greatest(end - 3L * third, end - 2L * third - 1);
        double b = energy.greatest(end - 2L * third, end - third - 1);
        double c = energy.greatest(end - third, end - 1);
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    void reset() {
        filter.reset();
        signal.reset();
        energy.reset();
        nextHeight = 0;
        learn(0.3);
        background = 0.02;
        disturbance = 0.02;
        usableSince = Long.MIN_VALUE;
    }

    /** Saves signal and energy from the given samples on up to {@code end}. */
    void save(SnapshotWriter out, long signalFrom, long energyFrom, long end) {
        filter.save(out);
        signal.save(out, signalFrom, end);
        energy.save(out, energyFrom, end);
        out.putDoubles(heights)
                .putInt(nextHeight)
                .putDouble(level)
                .putDouble(levelBeforeSilence)
                .putDouble(background);
        out.putDouble(disturbance).putLong(usableSince);
    }

    void load(SnapshotReader in, long signalFrom, long energyFrom, long end) {
        filter.load(in);
        signal.load(in, signalFrom, end);
        energy.load(in, energyFrom, end);
        in.getDoubles(heights);
        nextHeight = in.getInt();
        level = in.getDouble();
        levelBeforeSilence = in.getDouble();
        background = in.getDouble();
        disturbance = in.getDouble();
        usableSince = in.getLong();
    }
}
