package org.rwave.trainer.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.NoiseCurve;

/** The noise stress test. */
final class NoiseSection {
    private static final double CLEAN = 30;

    private NoiseSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        Section section = new Section("noise", "Noise stress test, EC57 mapping");
        if (evaluation.noise().isEmpty()) {
            return section.say(
                    "There were no noise records (bw, ma, em of the MIT-BIH Noise Stress Test Database) beside"
                            + " the recordings, or the records 118 and 119 were not among the judged ones, so this test was left"
                            + " out.");
        }
        NoiseCurve one = evaluation.noise().get(0);
        section.say("Recorded noise on the records " + String.join(" and ", one.records())
                + " of DS1 as WFDB's nst adds it (Moody, Muldrow and Mark 1984): five clean minutes, then two noisy and two"
                + " clean ones in turn, so half of the test period is noisy; the signal's power is an eighth of the squared"
                + " QRS amplitude. Own detection, EC57 rules and mapping from 5:00. A model that was trained on these"
                + " records shows here how noise degrades it, not how well it generalises.");
        return section.show(numbering.figure(
                        "Against the signal-to-noise ratio: detection of heartbeats, and F1 of VEB and SVEB. bw: baseline"
                                + " wander; ma: muscle artefact; em: electrode motion.",
                        plot(evaluation, "QRS Se", NoiseCurve.Point::qrsSe, 0.8, 0.05),
                        plot(evaluation, "QRS +P", NoiseCurve.Point::qrsPpv, 0.8, 0.05),
                        plot(evaluation, "F1 of VEB", NoiseCurve.Point::vebF1, 0, 0.2),
                        plot(evaluation, "F1 of SVEB", NoiseCurve.Point::svebF1, 0, 0.2)))
                .show(table(evaluation, numbering));
    }

    private static Element plot(
            Evaluation evaluation, String figure, ToDoubleFunction<NoiseCurve.Point> value, double floor, double step) {
        double lowest = evaluation.noise().stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(value)
                .filter(v -> !Double.isNaN(v))
                .min()
                .orElse(0);
        boolean isDeep = lowest < floor;
        List<Axis.Tick> ticks = new ArrayList<>(List.of(new Axis.Tick(CLEAN, "clean")));
        for (NoiseCurve.Point point : evaluation.noise().get(0).points()) {
            if (!Double.isNaN(point.decibels())) {
                ticks.add(new Axis.Tick(
                        point.decibels(), Shown.fixed(point.decibels(), 0).replace('-', '−')));
            }
        }
        Plot plot = new Plot(
                figure + " against noise",
                figure + " in per cent over the signal-to-noise ratio, one line per kind of noise",
                new Axis(
                        "signal-to-noise ratio, dB",
                        CLEAN,
                        ticks.get(ticks.size() - 1).value(),
                        ticks),
                Axis.percent(figure + ", %", isDeep ? 0 : floor, 1, isDeep ? 0.2 : step),
                460,
                270);
        List<String> styles = List.of("plain", "s dash", "f dots");
        for (int i = 0; i < evaluation.noise().size(); i++) {
            NoiseCurve curve = evaluation.noise().get(i);
            plot.dottedLine(
                    curve.noise(),
                    styles.get(i % styles.size()),
                    curve.points().stream()
                            .filter(point -> !Double.isNaN(value.applyAsDouble(point)))
                            .map(point -> new Plot.Point(
                                    Double.isNaN(point.decibels()) ? CLEAN : point.decibels(),
                                    value.applyAsDouble(point)))
                            .toList());
        }
        return plot.draw();
    }

    private static Element table(Evaluation evaluation, Numbering numbering) {
        HeatTable table = HeatTable.withColumns(
                List.of("noise", "SNR, dB", "QRS Se, %", "QRS +P, %", "F1 of VEB, %", "F1 of SVEB, %"));
        for (NoiseCurve curve : evaluation.noise()) {
            for (NoiseCurve.Point point : curve.points()) {
                boolean isClean = Double.isNaN(point.decibels());
                if (isClean && !curve.noise().equals(evaluation.noise().get(0).noise())) {
                    continue; // the clean records are the same for every noise
                }
                table.row(isClean ? "none" : curve.noise())
                        .cell(isClean ? "" : Shown.fixed(point.decibels(), 0).replace('-', '−'));
                table.cell(Shown.fixed(100 * point.qrsSe(), 2)).cell(Shown.fixed(100 * point.qrsPpv(), 2));
                table.cell(Shown.percent(point.vebF1())).cell(Shown.percent(point.svebF1()));
            }
        }
        return numbering.table("The same in numbers. Own detection, EC57 rules and mapping, from 5:00.", table.draw());
    }
}
