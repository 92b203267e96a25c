package org.rwave.trainer.report.page;

import java.util.Map;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.Origin;
import org.rwave.trainer.report.figures.RecordBootstrap;

/** Where all of this comes from. */
final class OriginSection {
    private OriginSection() {}

    static Section of(Evaluation evaluation) {
        Origin origin = evaluation.origin();
        Element rows = Element.of("tbody");
        row(rows, "split", origin.split() + ": " + String.join(" ", origin.records()));
        row(rows, "protocol", origin.protocol());
        row(rows, "mappings", ClassMapping.LITERATURE.title() + "; " + ClassMapping.EC57.title());
        row(
                rows,
                "rules",
                "reference positions: whole records, final labels; own detection: "
                        + evaluation.ownDetection().get(0).matchMillis()
                        + " ms, from 5:00 and whole record");
        row(
                rows,
                "intervals",
                RecordBootstrap.RESAMPLES + " bootstrap draws of records, seed " + RecordBootstrap.SEED
                        + ", percentiles 2.5 and 97.5");
        row(rows, "preprocessing", origin.preprocessing());
        row(rows, "temperature beside the model's own", Shown.fixed(origin.temperature(), 4));
        row(rows, "date", origin.time());
        row(rows, "command", origin.command());
        row(rows, "code version", origin.codeVersion());
        row(rows, "machine", origin.machine());
        Section section = new Section("origin", "Provenance").show(table(rows));
        for (Origin.Model model : origin.models()) {
            Element metadata = Element.of("tbody");
            row(metadata, "SHA-256", model.hash());
            for (Map.Entry<String, String> entry : model.metadata().entrySet()) {
                row(metadata, entry.getKey().replaceFirst("^rwave\\.", ""), entry.getValue());
            }
            section.show(Element.of(
                    "details",
                    Element.of(
                            "summary",
                            "Model ",
                            Element.of("code", model.hash().substring(0, 16)),
                            " from " + model.source() + ": how it was trained"),
                    table(metadata)));
        }
        return section;
    }

    private static void row(Element body, String name, String value) {
        body.add(Element.of("tr", Element.of("th", name).with("scope", "row"), Element.of("td", value)));
    }

    private static Element table(Element body) {
        return Element.of("table", body).with("class", "origin");
    }
}
