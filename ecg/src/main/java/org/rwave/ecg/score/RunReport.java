package org.rwave.ecg.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The run-by-run report in the layout of {@code rxr -L} with the totals of {@code sumstats}. */
public final class RunReport {
    private static final String COLUMNS =
            "Record CTs CFN CTp CFP STs SFN STp SFP LTs LFN LTp LFP  CSe C+P SSe S+P LSe L+P";

    private RunReport() {}

    /** Column headings: one line for ventricular runs, two for supraventricular ones. */
    public static List<String> heading(RunKind kind) {
        return kind == RunKind.VENTRICULAR ? List.of(COLUMNS) : List.of("(SVE run detection)", COLUMNS);
    }

    /** The line of one record. */
    public static String line(RecordScore<RunMatrix> scored) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%4s", scored.record()));
        line.append(counts(" %3d", scored.score())).append(' ');
        for (RunLength length : RunLength.values()) {
            line.append(PrintedNumber.wholePercent(scored.score().sensitivity(length)));
            line.append(PrintedNumber.wholePercent(scored.score().positivePredictivity(length)));
        }
        return line.toString();
    }

    /** Headings, a line per record, sum, gross and average: what {@code sumstats} prints of the file. */
    public static List<String> summary(RunKind kind, List<RecordScore<RunMatrix>> records) {
        List<String> lines = new ArrayList<>(heading(kind));
        records.forEach(record -> lines.add(line(record)));
        RunMatrix sum = sum(records);
        StringBuilder gross = new StringBuilder("Gross").append(" ".repeat(50));
        StringBuilder average = new StringBuilder("Average").append(" ".repeat(48));
        for (RunLength length : RunLength.values()) {
            gross.append(column(sum.sensitivity(length).percent()));
            gross.append(column(sum.positivePredictivity(length).percent()));
            average.append(column(average(records, matrix -> matrix.sensitivity(length))));
            average.append(column(average(records, matrix -> matrix.positivePredictivity(length))));
        }
        lines.add("_".repeat(77));
        lines.add("Sum   " + counts("%4d", sum));
        lines.add(gross.toString());
        lines.add(average.toString());
        lines.add("Total couplets: " + sum.sensitivity(RunLength.COUPLET).whole() + "  Total short runs: "
                + sum.sensitivity(RunLength.SHORT).whole() + "  Total long runs: "
                + sum.sensitivity(RunLength.LONG).whole());
        lines.addAll(BeatReport.closing(records.size()));
        return lines;
    }

    /** Mean over {@code records} in percent; those in which the ratio is undefined are left out. */
    public static OptionalDouble average(List<RecordScore<RunMatrix>> records, Function<RunMatrix, Ratio> ratio) {
        return Average.percent(records.stream().map(record -> ratio.apply(record.score())));
    }

    /** All records as one. */
    public static RunMatrix sum(List<RecordScore<RunMatrix>> records) {
        return records.stream().map(RecordScore::score).reduce(RunMatrix.EMPTY, RunMatrix::plus);
    }

    /** Matched and unmatched runs, for sensitivity and predictivity, by length; {@code first} formats the first. */
    private static String counts(String first, RunMatrix matrix) {
        Object[] counts = new Object[4 * RunLength.values().length];
        int next = 0;
        for (RunLength length : RunLength.values()) {
            for (Ratio ratio : List.of(matrix.sensitivity(length), matrix.positivePredictivity(length))) {
                counts[next++] = ratio.part();
                counts[next++] = ratio.whole() - ratio.part();
            }
        }
        return String.format(Locale.ROOT, first + " %3d".repeat(counts.length - 1), counts);
    }

    private static String column(OptionalDouble percent) {
        return PrintedNumber.column(percent, 3, 0);
    }
}
