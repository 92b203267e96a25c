package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.evaluation.BeatFigures;
import org.rwave.trainer.report.figures.Estimate;

/** Tables of figures with their uncertainty. */
final class FigureTable {
    private static final Set<String> INDICES = Set.of(BeatFigures.KAPPA, BeatFigures.J_KAPPA);

    private FigureTable() {}

    /** A row of a table of figures: what the page calls it and its key. */
    record Row(String name, String key) {}

    /** The figures that are compared with the literature. */
    static List<Row> main() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row("accuracy, %", BeatFigures.ACCURACY),
                new Row("macro-F1 (N, S, V), %", BeatFigures.MACRO_NSV),
                new Row("macro-F1 (N, S, V, F), %", BeatFigures.MACRO_NSVF),
                new Row("F1 of V, %", BeatFigures.f1(BeatClass.V)),
                new Row("F1 of S, %", BeatFigures.f1(BeatClass.S)),
                new Row("F1 of F, %", BeatFigures.f1(BeatClass.F)),
                new Row("F1 of V, mean over records with V, %", BeatFigures.f1OverRecords(BeatClass.V)),
                new Row("F1 of S, mean over records with S, %", BeatFigures.f1OverRecords(BeatClass.S)),
                new Row("Cohen's κ", BeatFigures.KAPPA),
                new Row("jκ index", BeatFigures.J_KAPPA)));
        return rows;
    }

    /** One column pair (value, interval) per entry of {@code columns}. */
    static Element of(List<Row> rows, Map<String, Map<String, Estimate>> columns) {
        List<String> headings = new ArrayList<>(List.of(""));
        columns.keySet().forEach(column -> {
            headings.add(column);
            headings.add("95 % interval");
        });
        HeatTable table = HeatTable.withColumns(headings);
        for (Row row : rows) {
            table.row(row.name());
            boolean isIndex = INDICES.contains(row.key());
            columns.values().forEach(figures -> {
                Estimate estimate = figures.get(row.key());
                table.cell(Shown.value(estimate, isIndex)).cell(Shown.interval(estimate, isIndex));
            });
        }
        return table.draw();
    }

    /** Values alone, one column per entry of {@code columns}. */
    static Element values(List<Row> rows, Map<String, Map<String, Estimate>> columns) {
        List<String> headings = new ArrayList<>(List.of(""));
        headings.addAll(columns.keySet());
        HeatTable table = HeatTable.withColumns(headings);
        for (Row row : rows) {
            table.row(row.name());
            columns.values()
                    .forEach(figures -> table.cell(Shown.value(figures.get(row.key()), INDICES.contains(row.key()))));
        }
        return table.draw();
    }
}
