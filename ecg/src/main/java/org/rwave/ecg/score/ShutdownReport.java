package org.rwave.ecg.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The shutdown report in the layout of {@code bxb -L} (its second file) with the totals of {@code sumstats}. */
public final class ShutdownReport {
    /** Column headings, two lines. */
    public static final List<String> HEADING = List.of(
            "Record Nx   Sx   Vx   Fx   Qx  % beats  % N    % S    % V    % F   Total Shutdown",
            "                                missed missed missed missed missed      Time");

    private static final List<BeatLabel> BEATS =
            List.of(BeatLabel.N, BeatLabel.S, BeatLabel.V, BeatLabel.F, BeatLabel.Q);

    private ShutdownReport() {}

    /** The line of one record. */
    public static String line(RecordScore<BeatMatrix> scored) {
        BeatMatrix matrix = scored.score();
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%4s", scored.record()));
        line.append(missed(matrix)).append("  ");
        line.append(PrintedNumber.column(matrix.missedInShutdown().percent(), 6, 2));
        for (BeatLabel label : BEATS.subList(0, 4)) {
            line.append(PrintedNumber.column(matrix.missedInShutdown(label).percent(), 6, 2));
        }
        line.append(String.format(Locale.ROOT, "%5d seconds", matrix.shutdownSeconds()));
        BEATS.forEach(label -> line.append(' ').append(matrix.reference(label)));
        return line.toString();
    }

    /** Headings, a line per record and the sum: what {@code sumstats} prints of the file. */
    public static List<String> summary(List<RecordScore<BeatMatrix>> records) {
        List<String> lines = new ArrayList<>(HEADING);
        records.forEach(record -> lines.add(line(record)));
        BeatMatrix sum = BeatReport.sum(records);
        lines.add("_".repeat(72));
        lines.add("Sum " + missed(sum) + " ".repeat(38)
                + String.format(Locale.ROOT, "%4d seconds", sum.shutdownSeconds()));
        lines.addAll(BeatReport.closing(records.size()));
        return lines;
    }

    private static String missed(BeatMatrix matrix) {
        StringBuilder counts = new StringBuilder();
        BEATS.forEach(label -> counts.append(String.format(Locale.ROOT, " %4d", matrix.count(label, BeatLabel.X))));
        return counts.toString();
    }
}
