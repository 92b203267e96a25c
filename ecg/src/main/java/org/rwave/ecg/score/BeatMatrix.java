package org.rwave.ecg.score;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Outcome of a beat-by-beat comparison of one record, or of several added up: reference labels in rows, test labels in
 * columns, shutdown time and RR error. Immutable.
 */
public final class BeatMatrix {
    /** Nothing counted. */
    public static final BeatMatrix EMPTY = new BeatMatrix(new long[BeatLabel.COUNT][BeatLabel.COUNT], 0, 0, 0);

    private final long[][] counts;
    private final long shutdownSeconds;
    private final long rrPairs;
    private final double rrErrorSquaredMillis;

    /** @param counts {@code [reference][test]}, given away by the caller */
    BeatMatrix(long[][] counts, long shutdownSeconds, long rrPairs, double rrErrorSquaredMillis) {
        this.counts = counts;
        this.shutdownSeconds = shutdownSeconds;
        this.rrPairs = rrPairs;
        this.rrErrorSquaredMillis = rrErrorSquaredMillis;
    }

    /** Beats with label {@code reference} in the reference and {@code test} in the test. */
    public long count(BeatLabel reference, BeatLabel test) {
        return counts[reference.ordinal()][test.ordinal()];
    }

    /** All beats of one reference class in the test period, found or not. */
    public long reference(BeatLabel label) {
        return Arrays.stream(counts[label.ordinal()]).sum();
    }

    /** Beats of one reference class that fell into the test annotator's shutdown. */
    public Ratio missedInShutdown(BeatLabel label) {
        return new Ratio(count(label, BeatLabel.X), reference(label));
    }

    /**
     * Beats of all classes that fell into the test annotator's shutdown. S beats are left out of the numerator, as in
     * {@code bxb}.
     */
    public Ratio missedInShutdown() {
        long missed = reference(BeatLabel.X, BeatLabel.N, BeatLabel.V, BeatLabel.F, BeatLabel.Q);
        return new Ratio(missed, qrs().sensitivity().whole());
    }

    /** Heartbeats, whatever their class. */
    public DetectionCounts qrs() {
        long paired = 0;
        long missed = 0;
        long extra = 0;
        for (int row = 0; row < BeatLabel.COUNT; row++) {
            for (int column = 0; column < BeatLabel.COUNT; column++) {
                if (row < BeatLabel.BEATS && column < BeatLabel.BEATS) {
                    paired += counts[row][column];
                } else if (row < BeatLabel.BEATS) {
                    missed += counts[row][column];
                } else {
                    extra += counts[row][column];
                }
            }
        }
        return new DetectionCounts(paired, missed, extra);
    }

    /** Ventricular ectopic beats. F and Q labelled v are no false positives (EC57:2012, 4.3.3.2). */
    public DetectionCounts ventricular() {
        return detection(BeatLabel.V, BeatLabel.N, BeatLabel.S, BeatLabel.O, BeatLabel.X);
    }

    /** Supraventricular ectopic beats. Q labelled s is no false positive. */
    public DetectionCounts supraventricular() {
        return detection(BeatLabel.S, BeatLabel.N, BeatLabel.V, BeatLabel.F, BeatLabel.O, BeatLabel.X);
    }

    /** Fusion beats, which EC57 leaves open; counted like S. */
    public DetectionCounts fusion() {
        return detection(BeatLabel.F, BeatLabel.N, BeatLabel.S, BeatLabel.V, BeatLabel.O, BeatLabel.X);
    }

    private DetectionCounts detection(BeatLabel wanted, BeatLabel... falsePositiveRows) {
        long found = count(wanted, wanted);
        return new DetectionCounts(found, reference(wanted) - found, reference(wanted, falsePositiveRows));
    }

    private long reference(BeatLabel column, BeatLabel... rows) {
        return Arrays.stream(rows).mapToLong(row -> count(row, column)).sum();
    }

    /** Time for which the test annotator had declared the signal unreadable, rounded half up. */
    public long shutdownSeconds() {
        return shutdownSeconds;
    }

    /** Root mean square difference of reference and test RR intervals; empty when there was no pair of intervals. */
    public OptionalDouble rmsRrErrorMillis() {
        return rrPairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(rrErrorSquaredMillis / rrPairs));
    }

    /** The two comparisons as one. */
    public BeatMatrix plus(BeatMatrix other) {
        long[][] sum = new long[BeatLabel.COUNT][BeatLabel.COUNT];
        for (int row = 0; row < BeatLabel.COUNT; row++) {
            for (int column = 0; column < BeatLabel.COUNT; column++) {
                sum[row][column] = counts[row][column] + other.counts[row][column];
            }
        }
        return new BeatMatrix(
                sum,
                shutdownSeconds + other.shutdownSeconds,
                rrPairs + other.rrPairs,
                rrErrorSquaredMillis + other.rrErrorSquaredMillis);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BeatMatrix that
                && Arrays.deepEquals(counts, that.counts)
                && shutdownSeconds == that.shutdownSeconds
                && rrPairs == that.rrPairs
                && rrErrorSquaredMillis == that.rrErrorSquaredMillis;
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }
}
