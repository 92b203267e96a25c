package org.rwave.trainer.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.score.BeatLabel;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.report.evaluation.DetectionFigures;
import org.rwave.trainer.report.evaluation.DetectionResult;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.figures.Estimate;

/** Own detection from the raw waveform. */
final class DetectionSection {
    private static final List<String> LABELS =
            Arrays.stream(BeatLabel.values()).map(Enum::name).toList();

    private DetectionSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        List<DetectionResult> results = evaluation.ownDetection();
        Section section =
                new Section("detection", "Own detection from the raw waveform, EC57 mapping and literature mapping");
        section.say("R peaks come from the monitor's own detector. Beats are compared as WFDB's bxb does"
                + " (ANSI/AAMI EC57:2012): a test beat belongs to the reference beat within "
                + results.get(0).matchMillis()
                + " ms; F called V is no false positive. O: no beat on the other side; X: signal declared unreadable. The"
                + " standard begins at 5:00; the whole record is shown beside it.");
        section.show(numbering.table(
                "Heartbeats (QRS), ventricular (VEB) and supraventricular ectopic beats (SVEB) in per cent, with 95 %"
                        + " intervals over records. The first row is the rule of EC57.",
                figures(results).with("class", "dense")));
        for (DetectionResult result : results) {
            section.show(numbering.table(
                    "Beat-by-beat matrix, mapping and start: " + rule(result)
                            + (result.matrices().size() > 1 ? ", first model" : "")
                            + ": counts, and per cent of the row.",
                    MatrixTable.beside(
                            MatrixTable.counts(LABELS, result.matrices().get(0)),
                            MatrixTable.shares(LABELS, result.matrices().get(0)))));
        }
        return section;
    }

    private static Element figures(List<DetectionResult> results) {
        HeatTable table = HeatTable.withColumns(List.of(
                "mapping and start",
                "QRS Se",
                "QRS +P",
                "VEB Se",
                "VEB +P",
                "VEB F1",
                "SVEB Se",
                "SVEB +P",
                "SVEB F1"));
        List<String> keys = List.of("qrsSe", "qrsPpv", "vebSe", "vebPpv", "vebF1", "svebSe", "svebPpv", "svebF1");
        for (DetectionResult result : results) {
            table.row(rule(result));
            keys.forEach(key -> table.cell(value(result.figures().get(key), key)));
            table.row("95 % interval");
            keys.forEach(key -> table.cell(interval(result.figures().get(key), key)));
        }
        return table.draw();
    }

    private static String value(Estimate estimate, String key) {
        String value = Shown.fixed(100 * estimate.mean(), decimals(key));
        return Double.isNaN(estimate.sd()) ? value : value + " ± " + Shown.fixed(100 * estimate.sd(), decimals(key));
    }

    private static String interval(Estimate estimate, String key) {
        return Shown.range(
                Shown.fixed(100 * estimate.low(), decimals(key)), Shown.fixed(100 * estimate.high(), decimals(key)));
    }

    private static int decimals(String key) {
        return key.startsWith(DetectionFigures.TARGETS.get(0)) ? 2 : 1;
    }

    private static String rule(DetectionResult result) {
        String from = result.fromSeconds() == 0
                ? "whole record"
                : String.format(Locale.ROOT, "from %d:%02d", result.fromSeconds() / 60, result.fromSeconds() % 60);
        return ClassMapping.valueOf(result.mapping()).title() + ", " + from;
    }
}
