package org.rwave.ecg.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The full matrix of one record in the layout of {@code bxb -S}. */
public final class StandardBeatReport {
    private StandardBeatReport() {}

    /** The lines for one record; the annotator names are shown in the heading. */
    public static List<String> lines(RecordScore<BeatMatrix> scored, String referenceAnnotator, String testAnnotator) {
        BeatMatrix matrix = scored.score();
        List<String> lines = new ArrayList<>();
        lines.add("Beat-by-beat comparison results for record " + scored.record());
        lines.add("Reference annotator: " + referenceAnnotator);
        lines.add("     Test annotator: " + testAnnotator);
        lines.add("");
        lines.add("               Algorithm");
        lines.add("        n    s    v    f    q    o    x");
        lines.add("   " + "_".repeat(36));
        for (BeatLabel row : BeatLabel.values()) {
            lines.add(row(matrix, row));
        }
        lines.add("");
        for (BeatStatistic statistic : BeatStatistic.values()) {
            lines.add(statistic.title() + ": " + percent(statistic.of(matrix)));
        }
        OptionalDouble rrError = matrix.rmsRrErrorMillis();
        lines.add("     RMS RR interval error: "
                + (rrError.isPresent() ? PrintedNumber.fixed(rrError.getAsDouble(), 6, 2) + " ms" : "     -"));
        return lines;
    }

    private static String row(BeatMatrix matrix, BeatLabel row) {
        StringBuilder line = new StringBuilder(" " + row + " |");
        boolean isBeat = row.ordinal() < BeatLabel.BEATS;
        for (int column = 0; column < (isBeat ? BeatLabel.COUNT : BeatLabel.BEATS); column++) {
            line.append(String.format(Locale.ROOT, " %4d", matrix.count(row, BeatLabel.at(column))));
        }
        return line.toString();
    }

    private static String percent(Ratio ratio) {
        String value = ratio.isDefined() ? PrintedNumber.fixed(ratio.percent().getAsDouble(), 6, 2) + "%" : "     - ";
        return value + " (" + ratio.part() + "/" + ratio.whole() + ")";
    }
}
