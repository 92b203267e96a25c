package org.rwave.trainer.report.page;

import java.util.Arrays;
import java.util.List;

/** Numbers tables and figures through the page, each with its caption. */
final class Numbering {
    private int tables;
    private int figures;

    /** {@code table} below its caption. */
    Element table(String caption, Element table) {
        tables++;
        return Element.of(
                        "figure",
                        Element.of("figcaption", Element.of("b", "Table " + tables + ". "), caption),
                        Element.of("div", table).with("class", "scroll"))
                .with("class", "table");
    }

    /** {@code pictures} side by side, as far as there is room, above their caption. */
    Element figure(String caption, Element... pictures) {
        return figure(caption, Arrays.asList(pictures));
    }

    /** The same of a list. */
    Element figure(String caption, List<Element> pictures) {
        figures++;
        return Element.of(
                "figure",
                Element.of("div", pictures).with("class", "pictures"),
                Element.of("figcaption", Element.of("b", "Figure " + figures + ". "), caption));
    }
}
