package org.rwave.trainer.report.page;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.evaluation.BeatFigures;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.IntraPatient;
import org.rwave.trainer.report.evaluation.ReferenceResult;
import org.rwave.trainer.report.figures.ConfusionMatrix;

/** Why figures of other splits are not comparable: the same classes, with beats of one patient on both sides. */
final class IntraSection {
    private IntraSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        Section section = new Section("intra", "Inter-patient against intra-patient, literature mapping");
        if (evaluation.intraPatient().isEmpty()) {
            return section.say("No intra-patient result was given (--intra FILE), so there is nothing to set beside.");
        }
        section.say("When beats of one patient are both in training and in test, a classifier can recognise the patient"
                + " instead of the arrhythmia. The difference is what such figures are worth for somebody new.");
        ReferenceResult inter = evaluation.referencePositions().get(0);
        for (IntraPatient intra : evaluation.intraPatient()) {
            ConfusionMatrix matrix = ConfusionMatrix.ofRows(intra.matrix());
            section.show(numbering.figure(
                    intra.title() + " (" + intra.split() + ", " + Shown.count(matrix.total())
                            + " beats) beside this test. Full colour: inter-patient, "
                            + evaluation.origin().split()
                            + ", literature (e, j to N) mapping; pale: intra-patient.",
                    bars(inter, matrix)));
        }
        return section;
    }

    private static Element bars(ReferenceResult inter, ConfusionMatrix intra) {
        Bars bars = new Bars(150, 640);
        pair(bars, "accuracy", value(inter, BeatFigures.ACCURACY), intra.accuracy(), "plain");
        pair(
                bars,
                "macro-F1 (N, S, V, F)",
                value(inter, BeatFigures.MACRO_NSVF),
                intra.macroF1(ConfusionMatrix.NSVF),
                "plain");
        for (BeatClass beatClass : List.of(BeatClass.N, BeatClass.S, BeatClass.V, BeatClass.F)) {
            pair(
                    bars,
                    "F1 of " + beatClass,
                    value(inter, BeatFigures.f1(beatClass)),
                    intra.f1(beatClass),
                    BeatSketch.style(beatClass));
        }
        return bars.draw("Inter-patient against intra-patient", "Pairs of bars in per cent: inter-patient above", 1);
    }

    private static double value(ReferenceResult result, String key) {
        return result.figures().get(key).mean();
    }

    private static void pair(Bars bars, String name, double inter, double intra, String style) {
        bars.groupedBar(name + ", inter", inter, Shown.percent(inter), style);
        bars.bar("intra", intra, Shown.percent(intra), style + " pale");
    }
}
