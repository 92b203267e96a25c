package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.evaluation.ClassCurve;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.figures.RankingCurve;

/** Ranking by probability: precision-recall and receiver operating characteristics. */
final class CurveSection {
    private static final long FEWEST = 20;

    private CurveSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        Plot precision = new Plot(
                "Precision and recall",
                "One line per class; the closer to the upper right corner, the better",
                Axis.percent("recall (Se), %", 0, 1, 0.2),
                Axis.percent("precision (+P), %", 0, 1, 0.2),
                460,
                360);
        Plot receiver = new Plot(
                "Receiver operating characteristic",
                "One line per class, false positive rate up to 20 %; the closer to the upper left corner, the better",
                Axis.percent("false positive rate, %", 0, 0.2, 0.05),
                Axis.percent("true positive rate (Se), %", 0, 1, 0.2),
                460,
                360);
        HeatTable table = HeatTable.withColumns(
                List.of("class", "beats", "prevalence, %", "average precision, %", "area under ROC, %"));
        for (ClassCurve curve : evaluation.curves()) {
            table.row(curve.beatClass().name()).cell(Shown.count(curve.beats()));
            table.cell(Shown.fixed(100 * curve.prevalence(), 2));
            table.cell(overModels(curve.averagePrecision())).cell(overModels(curve.area()));
            if (curve.beats() >= FEWEST) {
                String style = BeatSketch.style(curve.beatClass()) + dash(curve.beatClass());
                precision.line(curve.beatClass().name(), style, precisionPoints(curve.points()));
                receiver.line(curve.beatClass().name(), style, receiverPoints(curve.points()));
            }
        }
        return new Section("curves", "Ranking by probability, literature mapping")
                .say(
                        "Average precision is the sum of precision times step in recall, not interpolated; a guess reaches the"
                                + " prevalence. With classes as rare as these, precision and recall say more than the area under"
                                + " the receiver operating characteristic.")
                .show(numbering.figure(
                        "Left: precision against recall. Right: receiver operating characteristic, cut at a false positive"
                                + " rate of 20 %. Reference positions, final labels, literature (e, j to N) mapping.",
                        precision.draw(), receiver.draw()))
                .show(numbering.table(
                        "Average precision and area under the receiver operating characteristic, literature (e, j to N)"
                                + " mapping.",
                        table.draw()));
    }

    private static String overModels(List<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        if (values.size() < 2) {
            return Shown.percent(mean);
        }
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Shown.percent(mean) + " ± " + Shown.percent(Math.sqrt(squares / (values.size() - 1)));
    }

    private static List<Plot.Point> precisionPoints(List<RankingCurve.Point> points) {
        return points.stream()
                .map(point -> new Plot.Point(point.recall(), point.precision()))
                .toList();
    }

    private static List<Plot.Point> receiverPoints(List<RankingCurve.Point> points) {
        List<Plot.Point> all = new ArrayList<>(List.of(new Plot.Point(0, 0)));
        points.forEach(point -> all.add(new Plot.Point(point.falsePositiveRate(), point.recall())));
        return all;
    }

    private static String dash(BeatClass beatClass) {
        return switch (beatClass) {
            case N -> "";
            case S -> " dash";
            case V -> " longdash";
            case F, Q -> " dots";
        };
    }
}
