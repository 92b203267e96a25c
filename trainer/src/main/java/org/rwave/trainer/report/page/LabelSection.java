package org.rwave.trainer.report.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.evaluation.BeatFigures;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.ReferenceResult;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Estimate;

/** Labels at reference positions under one mapping. */
final class LabelSection {
    private static final List<String> LABELS =
            Arrays.stream(BeatClass.values()).map(Enum::name).toList();

    private LabelSection() {}

    static Section of(Evaluation evaluation, int number, Numbering numbering) {
        ReferenceResult result = evaluation.referencePositions().get(number);
        String mapping = Shown.mapping(result.mapping());
        List<List<Long>> matrix = result.matrices().get(0);
        String first = result.matrices().size() > 1 ? ", first model" : "";
        Section section = new Section(
                "reference-" + result.mapping().toLowerCase(Locale.ROOT), "Reference positions, " + mapping);
        section.show(numbering.table(
                "Confusion matrix, " + mapping + first + ": counts, and per cent of the true class. Whole records.",
                MatrixTable.beside(MatrixTable.counts(LABELS, matrix), MatrixTable.shares(LABELS, matrix))));
        section.show(numbering.table(
                "Sensitivity (Se), positive predictivity (+P) and F1 of each class in per cent, " + mapping
                        + ", with 95 % intervals over records.",
                perClass(result.figures(), ConfusionMatrix.ofRows(matrix))));
        section.show(numbering.figure(
                "Se, +P and F1 of each class, " + mapping
                        + "; lines: 95 % intervals over records. Q holds too few beats to be judged.",
                bars(result.figures(), mapping)));
        if (!result.without().isEmpty()) {
            section.show(without(result, mapping, numbering));
        }
        return section;
    }

    private static Element perClass(Map<String, Estimate> figures, ConfusionMatrix matrix) {
        HeatTable table = HeatTable.withColumns(List.of("", "beats", "Se", "95 %", "+P", "95 %", "F1", "95 %"));
        for (BeatClass beatClass : BeatClass.values()) {
            table.row(beatClass.name()).cell(Shown.count(matrix.of(beatClass)));
            for (String key : List.of(
                    BeatFigures.sensitivity(beatClass),
                    BeatFigures.predictivity(beatClass),
                    BeatFigures.f1(beatClass))) {
                Estimate estimate = figures.get(key);
                table.cell(Shown.value(estimate, false)).cell(Shown.interval(estimate, false));
            }
        }
        return table.draw();
    }

    private static Element bars(Map<String, Estimate> figures, String mapping) {
        Bars bars = new Bars(46, 620);
        for (BeatClass beatClass : List.of(BeatClass.N, BeatClass.S, BeatClass.V, BeatClass.F)) {
            String style = BeatSketch.style(beatClass);
            bar(bars, beatClass + " Se", figures.get(BeatFigures.sensitivity(beatClass)), style + " pale", true);
            bar(bars, beatClass + " +P", figures.get(BeatFigures.predictivity(beatClass)), style + " pale", false);
            bar(bars, beatClass + " F1", figures.get(BeatFigures.f1(beatClass)), style, false);
        }
        return bars.draw("Se, +P and F1 per class", mapping + ", per cent, values at the ends of the bars", 1);
    }

    private static void bar(Bars bars, String name, Estimate estimate, String style, boolean startsGroup) {
        String shown = Shown.percent(estimate.mean());
        if (startsGroup) {
            bars.groupedBar(name, estimate.mean(), shown, style);
        } else {
            bars.bar(name, estimate.mean(), shown, style);
        }
        bars.from(estimate.low(), estimate.high());
    }

    private static Element without(ReferenceResult result, String mapping, Numbering numbering) {
        Map<String, Map<String, Estimate>> columns = new LinkedHashMap<>();
        columns.put("all records", result.figures());
        StringBuilder reasons = new StringBuilder();
        for (ReferenceResult.Without without : result.without()) {
            columns.put("without " + without.record(), without.figures());
            reasons.append(" Record ")
                    .append(without.record())
                    .append(": ")
                    .append(without.reason())
                    .append('.');
        }
        return numbering.table(
                "How much hangs on single records, " + mapping + "." + reasons,
                FigureTable.of(FigureTable.main(), columns));
    }
}
