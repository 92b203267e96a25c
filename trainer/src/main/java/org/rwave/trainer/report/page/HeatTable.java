package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table whose cells may be shaded by a share from 0 to 1; the number always stands in the cell as well. */
final class HeatTable {
    private static final double DARK = 0.55;

    private final Element head = Element.of("tr");
    private final List<Element> rows = new ArrayList<>();
    private Element row = Element.of("tr");

    /** A table with these column headings; the first column names the rows. */
    static HeatTable withColumns(List<String> columns) {
        HeatTable table = new HeatTable();
        columns.forEach(column -> table.head.add(Element.of("th", column).with("scope", "col")));
        return table;
    }

    /** Begins a row. */
    HeatTable row(String name) {
        row = Element.of("tr", Element.of("th", name).with("scope", "row"));
        rows.add(row);
        return this;
    }

    /** A plain cell. */
    HeatTable cell(String text) {
        row.add(Element.of("td", text));
        return this;
    }

    /** A cell shaded by {@code share}, not at all when it is NaN; {@code hint} is shown when asked for. */
    HeatTable cell(String text, double share, String hint) {
        Element cell = Element.of("td", text);
        if (!hint.isEmpty()) {
            cell.with("title", hint);
        }
        if (!Double.isNaN(share)) {
            double clipped = Math.max(0, Math.min(1, share));
            cell.with("class", clipped > DARK ? "heat dark" : "heat");
            cell.with("style", String.format(Locale.ROOT, "--v:%.1f%%", 100 * clipped));
        }
        row.add(cell);
        return this;
    }

    /** The finished table. */
    Element draw() {
        return Element.of("table", Element.of("thead", head), Element.of("tbody", rows));
    }
}
