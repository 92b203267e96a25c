package org.rwave.trainer.heartbeat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rwave.models.RowModel;
import org.rwave.trainer.kaggle.HeartbeatRow;

/** Counts of true class against decision over the rows of a file, and the usual figures. Always intra-patient. */
public final class RowScore {
    /** Stands wherever such figures are shown. */
    public static final String INTRA_PATIENT =
            "INTRA-PATIENT: the same people are in training and test; not comparable with figures on DS2";

    private static final int AT_A_TIME = 256;

    private final List<String> labels;
    private final long[][] counts;

    private RowScore(List<String> labels, long[][] counts) {
        this.labels = labels;
        this.counts = counts;
    }

    /** Runs {@code model}, as ONNX Runtime serves it, over {@code rows}. */
    public static RowScore of(RowModel model, List<HeartbeatRow> rows) {
        int classes = model.labels().size();
        long[][] counts = new long[classes][classes];
        for (int at = 0; at < rows.size(); at += AT_A_TIME) {
            List<HeartbeatRow> some = rows.subList(at, Math.min(rows.size(), at + AT_A_TIME));
            float[] values = new float[some.size() * HeartbeatRow.LENGTH];
            for (int i = 0; i < some.size(); i++) {
                some.get(i).copyTo(values, i * HeartbeatRow.LENGTH);
            }
            float[] probabilities = model.probabilities(some.size(), values);
            for (int i = 0; i < some.size(); i++) {
                counts[some.get(i).label()][mostProbable(probabilities, i * classes, classes)]++;
            }
        }
        return new RowScore(model.labels(), counts);
    }

    private static int mostProbable(float[] probabilities, int at, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = probabilities[at + c] > probabilities[at + best] ? c : best;
        }
        return best;
    }

    /** Counts, {@code [truth][said]}. */
    public List<List<Long>> matrix() {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    /** Share of right decisions. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int c = 0; c < counts.length; c++) {
            right += counts[c][c];
            all += Arrays.stream(counts[c]).sum();
        }
        return right / (double) all;
    }

    /** Harmonic mean of sensitivity and positive predictivity of the class labelled {@code label}. */
    public double f1(int label) {
        long of = Arrays.stream(counts[label]).sum();
        long called = Arrays.stream(counts).mapToLong(row -> row[label]).sum();
        return 2.0 * counts[label][label] / (of + called);
    }

    /** Mean F1 over all classes. */
    public double macroF1() {
        double sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += f1(c);
        }
        return sum / counts.length;
    }

    /** One line of figures, marked. */
    public String summary() {
        return String.format(
                Locale.ROOT, "intra-patient accuracy %.2f, macro-F1 %.2f", 100 * accuracy(), 100 * macroF1());
    }

    /** Marked table, truth in rows, with the F1 of each class; then the summary. */
    public String toText() {
        StringBuilder text = new StringBuilder(INTRA_PATIENT).append("\ntruth\\said");
        labels.forEach(label -> text.append(String.format(Locale.ROOT, "%9s", label)));
        text.append("      F1\n");
        for (int truth = 0; truth < counts.length; truth++) {
            text.append(String.format(Locale.ROOT, "%10s", labels.get(truth)));
            for (long count : counts[truth]) {
                text.append(String.format(Locale.ROOT, "%9d", count));
            }
            text.append(String.format(Locale.ROOT, "%8.2f%n", 100 * f1(truth)));
        }
        return text.append(summary()).append('\n').toString();
    }
}
