package org.rwave.trainer.report.figures;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.beat.BeatClass;

/** Counts of true class against decision, and the figures that papers report from them. Immutable. */
public final class ConfusionMatrix {
    /** The classes over which macro-F1 is compared with the literature. */
    public static final List<BeatClass> NSV = List.of(BeatClass.N, BeatClass.S, BeatClass.V);

    /** The same with fusion beats. */
    public static final List<BeatClass> NSVF = List.of(BeatClass.N, BeatClass.S, BeatClass.V, BeatClass.F);

    /** Nothing counted. */
    public static final ConfusionMatrix EMPTY = new ConfusionMatrix(new long[BeatClass.COUNT][BeatClass.COUNT]);

    private final long[][] counts;

    private ConfusionMatrix(long[][] counts) {
        this.counts = counts;
    }

    public static ConfusionMatrix of(Collection<Prediction> predictions) {
        long[][] counts = new long[BeatClass.COUNT][BeatClass.COUNT];
        for (Prediction prediction : predictions) {
            counts[prediction.truth().ordinal()][prediction.decision().ordinal()]++;
        }
        return new ConfusionMatrix(counts);
    }

    /**
     * The matrix with these counts, {@code rows[truth][decision]} in the order of {@link BeatClass}.
     *
     * @throws IllegalArgumentException when it is not five by five or a count is negative
     */
    public static ConfusionMatrix ofRows(List<List<Long>> rows) {
        boolean isSquare =
                rows.size() == BeatClass.COUNT && rows.stream().allMatch(row -> row.size() == BeatClass.COUNT);
        if (!isSquare || rows.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a confusion matrix has five rows (truth N, S, V, F, Q) of five counts"
                    + " that are not negative, was " + rows);
        }
        return new ConfusionMatrix(rows.stream()
                .map(row -> row.stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new));
    }

    /** The counts, {@code [truth][decision]}. */
    public List<List<Long>> rows() {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    /** Both matrices as one. */
    public ConfusionMatrix plus(ConfusionMatrix other) {
        long[][] sum = new long[BeatClass.COUNT][BeatClass.COUNT];
        for (int row = 0; row < BeatClass.COUNT; row++) {
            for (int column = 0; column < BeatClass.COUNT; column++) {
                sum[row][column] = counts[row][column] + other.counts[row][column];
            }
        }
        return new ConfusionMatrix(sum);
    }

    public long count(BeatClass truth, BeatClass decision) {
        return counts[truth.ordinal()][decision.ordinal()];
    }

    /** Beats that are {@code truth}. */
    public long of(BeatClass truth) {
        return Arrays.stream(counts[truth.ordinal()]).sum();
    }

    /** Beats that were called {@code decision}. */
    public long called(BeatClass decision) {
        return Arrays.stream(counts).mapToLong(row -> row[decision.ordinal()]).sum();
    }

    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Share of the beats of {@code beatClass} that were found; NaN when there are none. */
    public double sensitivity(BeatClass beatClass) {
        return count(beatClass, beatClass) / (double) of(beatClass);
    }

    /** Share of the beats called {@code beatClass} that were so; NaN when none was. */
    public double positivePredictivity(BeatClass beatClass) {
        return count(beatClass, beatClass) / (double) called(beatClass);
    }

    /** Harmonic mean of the two; 0 when nothing was found, NaN when there was nothing to find or to call. */
    public double f1(BeatClass beatClass) {
        return 2.0 * count(beatClass, beatClass) / (of(beatClass) + called(beatClass));
    }

    /** Mean F1 over {@code classes}. */
    public double macroF1(List<BeatClass> classes) {
        return classes.stream().mapToDouble(this::f1).average().orElse(Double.NaN);
    }

    public double accuracy() {
        long right = 0;
        for (BeatClass beatClass : BeatClass.values()) {
            right += count(beatClass, beatClass);
        }
        return right / (double) total();
    }

    /** Cohen's kappa. */
    public double kappa() {
        double chance = 0;
        for (BeatClass beatClass : BeatClass.values()) {
            chance += of(beatClass) / (double) total() * called(beatClass) / total();
        }
        return (accuracy() - chance) / (1 - chance);
    }

    /** The j-kappa index of Mar et al. (2011): kappa / 2 + (Se and +P of S and V) / 8. */
    public double jKappa() {
        double j = sensitivity(BeatClass.S)
                + positivePredictivity(BeatClass.S)
                + sensitivity(BeatClass.V)
                + positivePredictivity(BeatClass.V);
        return kappa() / 2 + j / 8;
    }

    /** The matrix as a table, truth in rows, with Se, +P and F1 of each class, and a last line of overall figures. */
    public String toText() {
        StringBuilder text = new StringBuilder("truth\\said");
        for (BeatClass decision : BeatClass.values()) {
            text.append(String.format(Locale.ROOT, "%8s", decision));
        }
        text.append("      Se      +P      F1\n");
        for (BeatClass truth : BeatClass.values()) {
            text.append(String.format(Locale.ROOT, "%10s", truth));
            for (BeatClass decision : BeatClass.values()) {
                text.append(String.format(Locale.ROOT, "%8d", count(truth, decision)));
            }
            text.append(String.format(
                    Locale.ROOT,
                    "%8.2f%8.2f%8.2f%n",
                    100 * sensitivity(truth),
                    100 * positivePredictivity(truth),
                    100 * f1(truth)));
        }
        return text.append(summary()).append('\n').toString();
    }

    /** Overall figures on one line. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "accuracy %.2f, macro-F1(NSV) %.2f, V-F1 %.2f, S-F1 %.2f, F-F1 %.2f, kappa %.3f, j-kappa %.3f",
                100 * accuracy(),
                100 * macroF1(NSV),
                100 * f1(BeatClass.V),
                100 * f1(BeatClass.S),
                100 * f1(BeatClass.F),
                kappa(),
                jKappa());
    }
}
