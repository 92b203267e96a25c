package org.rwave.trainer.report.page;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rwave.trainer.report.evaluation.Calibration;
import org.rwave.trainer.report.evaluation.Calibration.Figures;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.figures.Abstention;
import org.rwave.trainer.report.figures.Reliability;

/** What stated probabilities are worth. */
final class CalibrationSection {
    private CalibrationSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        Calibration calibration = evaluation.calibration();
        return new Section("calibration", "Calibration and abstention, literature mapping")
                .say("A probability is worth something when it comes true as often as it says. The expected calibration"
                        + " error (ECE) is the mean distance between stated and observed over " + Reliability.BINS
                        + " bins of equal size; Brier score and negative log likelihood (NLL) also reward sharpness.")
                .show(numbering.table(
                        "Calibration at reference positions, final labels, literature (e, j to N) mapping, as served and"
                                + " with the temperature taken out.",
                        figures(calibration)))
                .show(numbering.figure(
                        "Reliability. Left: confidence in the decision against accuracy. Right: probability of S and of V"
                                + " against their share. Dotted: perfect calibration. Each dot holds a fifteenth of the"
                                + " beats, so most lie close together in a corner.",
                        topLabel(calibration),
                        classWise(calibration)))
                .show(numbering.figure(
                        "What abstention buys: when the least confident beats are called Q. Left: error among the beats"
                                + " that are decided. Right: what is still found of all S and V beats.",
                        error(calibration.abstention()),
                        found(calibration.abstention())))
                .show(abstention(calibration.abstention(), numbering));
    }

    private static Element figures(Calibration calibration) {
        HeatTable table =
                HeatTable.withColumns(List.of("", "ECE top label", "ECE of S", "ECE of V", "Brier score", "NLL"));
        row("as served", calibration.byModel(), table);
        row("at temperature 1", calibration.withoutTemperature(), table);
        return table.draw();
    }

    private static void row(String name, List<Figures> models, HeatTable table) {
        table.row(name);
        List<ToDoubleFunction<Figures>> columns = List.of(
                Figures::topLabelError,
                Figures::errorOfS,
                Figures::errorOfV,
                Figures::brier,
                Figures::negativeLogLikelihood);
        for (ToDoubleFunction<Figures> column : columns) {
            double mean = models.stream().mapToDouble(column).average().orElse(Double.NaN);
            double squares = models.stream()
                    .mapToDouble(column)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            String shown = Shown.fixed(mean, 4);
            table.cell(
                    models.size() < 2
                            ? shown
                            : shown + " ± " + Shown.fixed(Math.sqrt(squares / (models.size() - 1)), 4));
        }
    }

    private static Element topLabel(Calibration calibration) {
        double lowest = calibration.topLabel().stream()
                .mapToDouble(bin -> Math.min(bin.stated(), bin.observed()))
                .min()
                .orElse(0);
        double from = Math.floor(lowest * 10) / 10;
        double step = from >= 0.8 ? 0.05 : 0.1;
        return new Plot(
                        "Reliability of decisions",
                        "Observed accuracy over stated confidence; the dotted diagonal is perfect",
                        Axis.percent("stated confidence, %", from, 1, step),
                        Axis.percent("observed accuracy, %", from, 1, step),
                        460,
                        340)
                .reference(new Plot.Point(from, from), new Plot.Point(1, 1))
                .dottedLine("top label", "plain", points(calibration.topLabel()))
                .draw();
    }

    private static Element classWise(Calibration calibration) {
        double highest = List.of(calibration.ofS(), calibration.ofV()).stream()
                .flatMap(List::stream)
                .mapToDouble(bin -> Math.max(bin.stated(), bin.observed()))
                .max()
                .orElse(1);
        double to = Math.max(0.1, Math.ceil(highest * 5) / 5);
        double step = to > 0.5 ? 0.2 : to > 0.2 ? 0.1 : 0.05;
        return new Plot(
                        "Reliability of the probabilities of S and V",
                        "Observed share over stated probability; the dotted diagonal is perfect",
                        Axis.percent("stated probability, %", 0, to, step),
                        Axis.percent("observed share, %", 0, to, step),
                        460,
                        340)
                .reference(new Plot.Point(0, 0), new Plot.Point(to, to))
                .dottedLine("S", "s dash", points(calibration.ofS()))
                .dottedLine("V", "v", points(calibration.ofV()))
                .draw();
    }

    private static List<Plot.Point> points(List<Reliability.Bin> bins) {
        return bins.stream()
                .map(bin -> new Plot.Point(bin.stated(), bin.observed()))
                .toList();
    }

    private static Element error(List<Abstention.Point> curve) {
        double highest =
                curve.stream().mapToDouble(Abstention.Point::error).max().orElse(0.1);
        double step = highest > 0.08 ? 0.04 : highest > 0.04 ? 0.02 : 0.01;
        double to = Math.max(step, Math.ceil(highest / step) * step);
        return new Plot(
                        "Error over coverage",
                        "Share of wrong decisions among the decided beats, as fewer are decided",
                        Axis.percent("beats decided, %", 1, 0.5, 0.1),
                        Axis.percent("error among them, %", 0, to, step),
                        460,
                        320)
                .dottedLine(
                        "error",
                        "plain",
                        curve.stream()
                                .map(point -> new Plot.Point(point.coverage(), point.error()))
                                .toList())
                .draw();
    }

    private static Element found(List<Abstention.Point> curve) {
        return new Plot(
                        "Sensitivity over coverage",
                        "Share of all S and V beats that are still found, as fewer beats are decided",
                        Axis.percent("beats decided, %", 1, 0.5, 0.1),
                        Axis.percent("Se over all beats, %", 0, 1, 0.2),
                        460,
                        320)
                .dottedLine(
                        "S",
                        "s dash",
                        curve.stream()
                                .map(point -> new Plot.Point(point.coverage(), point.sensitivityOfS()))
                                .toList())
                .dottedLine(
                        "V",
                        "v",
                        curve.stream()
                                .map(point -> new Plot.Point(point.coverage(), point.sensitivityOfV()))
                                .toList())
                .draw();
    }

    private static Element abstention(List<Abstention.Point> curve, Numbering numbering) {
        HeatTable table = HeatTable.withColumns(List.of(
                "beats decided, %",
                "called Q, %",
                "lowest confidence, %",
                "error, %",
                "Se of S, %",
                "F1 of S, %",
                "Se of V, %",
                "F1 of V, %"));
        for (Abstention.Point point : curve) {
            table.row(Shown.percent(point.coverage())).cell(Shown.percent(1 - point.coverage()));
            table.cell(Shown.percent(point.confidence())).cell(Shown.fixed(100 * point.error(), 2));
            table.cell(Shown.percent(point.sensitivityOfS())).cell(Shown.percent(point.f1OfS()));
            table.cell(Shown.percent(point.sensitivityOfV())).cell(Shown.percent(point.f1OfV()));
        }
        return numbering.table(
                "Coverage against error, literature (e, j to N) mapping. Se and F1 are over all beats, with abstentions"
                        + " called Q.",
                table.draw());
    }
}
