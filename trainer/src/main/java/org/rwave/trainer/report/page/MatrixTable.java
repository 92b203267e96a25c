package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;

/** Confusion matrices, truth in rows. */
final class MatrixTable {
    private MatrixTable() {}

    /** Counts, shaded by their share of the row. */
    static Element counts(List<String> labels, List<List<Long>> matrix) {
        return counts("truth \\ said", labels, matrix);
    }

    /** The same with another name for rows and columns. */
    static Element counts(String corner, List<String> labels, List<List<Long>> matrix) {
        HeatTable table = HeatTable.withColumns(headings(labels, corner, "sum"));
        for (int row = 0; row < matrix.size(); row++) {
            long sum = sum(matrix.get(row));
            table.row(labels.get(row));
            for (long count : matrix.get(row)) {
                table.cell(Shown.count(count), sum == 0 ? Double.NaN : count / (double) sum, "");
            }
            table.cell(Shown.count(sum));
        }
        return table.draw();
    }

    /** Tables side by side, as far as there is room. */
    static Element beside(Element... tables) {
        return Element.of("div", List.of(tables)).with("class", "matrices");
    }

    /** Per cent of the row. */
    static Element shares(List<String> labels, List<List<Long>> matrix) {
        HeatTable table = HeatTable.withColumns(headings(labels, "% of truth"));
        for (int row = 0; row < matrix.size(); row++) {
            long sum = sum(matrix.get(row));
            table.row(labels.get(row));
            for (long count : matrix.get(row)) {
                double share = sum == 0 ? Double.NaN : count / (double) sum;
                table.cell(Shown.percent(share), share, "");
            }
        }
        return table.draw();
    }

    private static List<String> headings(List<String> labels, String first, String... last) {
        List<String> headings = new ArrayList<>(List.of(first));
        headings.addAll(labels);
        headings.addAll(List.of(last));
        return headings;
    }

    private static long sum(List<Long> row) {
        return row.stream().mapToLong(Long::longValue).sum();
    }
}
