package org.rwave.ecg.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The beat-by-beat report in the layout of {@code bxb -L} (its first file) with the totals of {@code sumstats}. */
public final class BeatReport {
    /** Column headings. */
    public static final String HEADING =
            "Record Nn' Sn' Vn' Fn' On'  Ns  Ss  Vs  Fs' Os' Nv  Sv   Vv  Fv' Ov' No' So' Vo' Fo'"
                    + "  Q Se   Q +P   V Se   V +P   S Se   S +P RR err";

    private static final String COUNTS = " %3d %3d %3d %3d %3d %3d %3d %3d %3d %3d %3d %4d %3d %3d %3d %3d %3d %3d";

    private BeatReport() {}

    /** The line of one record. */
    public static String line(RecordScore<BeatMatrix> scored) {
        BeatMatrix matrix = scored.score();
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%4s ", scored.record()));
        line.append(String.format(Locale.ROOT, "%5d" + COUNTS, BeatColumns.of(matrix)));
        for (BeatStatistic statistic : BeatStatistic.values()) {
            line.append(PrintedNumber.column(statistic.of(matrix).percent(), 6, 2));
        }
        OptionalDouble rrError = matrix.rmsRrErrorMillis();
        return line.append(rrError.isPresent() ? PrintedNumber.column(rrError, 6, 2) : "     -")
                .toString();
    }

    /** Headings, a line per record, sum, gross and average: what {@code sumstats} prints of the file. */
    public static List<String> summary(List<RecordScore<BeatMatrix>> records) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADING);
        records.forEach(record -> lines.add(line(record)));
        BeatMatrix sum = sum(records);
        lines.add("_".repeat(132));
        lines.add(String.format(Locale.ROOT, "Sum %6d" + COUNTS, BeatColumns.of(sum)));
        lines.add(gross(sum));
        lines.add(average(records));
        lines.add("Total QRS complexes: " + sum.qrs().sensitivity().whole() + "  Total VEBs: "
                + sum.ventricular().sensitivity().whole() + "  Total SVEBs: "
                + sum.supraventricular().sensitivity().whole());
        lines.addAll(closing(records.size()));
        return lines;
    }

    /** All records as one. */
    public static BeatMatrix sum(List<RecordScore<BeatMatrix>> records) {
        return records.stream().map(RecordScore::score).reduce(BeatMatrix.EMPTY, BeatMatrix::plus);
    }

    /** Mean of {@code statistic} over the records in which it is defined, percent. */
    public static OptionalDouble average(List<RecordScore<BeatMatrix>> records, BeatStatistic statistic) {
        return Average.percent(records.stream().map(record -> statistic.of(record.score())));
    }

    static List<String> closing(int records) {
        return List.of("", "Summary of results from " + records + " record" + (records == 1 ? "" : "s"));
    }

    private static String gross(BeatMatrix sum) {
        StringBuilder line = new StringBuilder("Gross").append(" ".repeat(78));
        for (BeatStatistic statistic : BeatStatistic.values()) {
            line.append(PrintedNumber.column(statistic.of(sum).percent(), 6, 2));
        }
        return line.toString();
    }

    private static String average(List<RecordScore<BeatMatrix>> records) {
        StringBuilder line = new StringBuilder("Average").append(" ".repeat(76));
        for (BeatStatistic statistic : BeatStatistic.values()) {
            line.append(PrintedNumber.column(average(records, statistic), 6, 2));
        }
        // sumstats averages what bxb printed, two decimals, by way of a percentage
        OptionalDouble rrError = Average.mean(
                records.stream().map(record -> printed(record.score().rmsRrErrorMillis())), 1.0);
        return line.append(PrintedNumber.column(rrError, 6, 2)).toString();
    }

    private static OptionalDouble printed(OptionalDouble millis) {
        return millis.isPresent()
                ? OptionalDouble.of(Double.parseDouble(PrintedNumber.fixed(millis.getAsDouble(), 0, 2)))
                : millis;
    }
}
