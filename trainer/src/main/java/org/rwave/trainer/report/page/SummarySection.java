package org.rwave.trainer.report.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.evaluation.BeatFigures;
import org.rwave.trainer.report.evaluation.DetectionResult;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.Origin;
import org.rwave.trainer.report.evaluation.ReferenceResult;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Estimate;
import org.rwave.trainer.report.figures.RecordBootstrap;

/** What was tested and how well it did, on one screen. */
final class SummarySection {
    private SummarySection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        Origin origin = evaluation.origin();
        ReferenceResult literature = evaluation.referencePositions().get(0);
        DetectionResult standard = evaluation.ownDetection().get(0);
        long beats = ConfusionMatrix.ofRows(literature.matrices().get(0)).total();
        Section section = new Section("summary", "Summary");
        section.say(String.format(
                "%s beats of %d records were judged as they would be at the bedside: no label waited for more than the next"
                        + " R peak. At reference positions (%s) accuracy is %s %%, F1 of V %s %% and F1 of S %s %%; from the raw"
                        + " waveform (%s, from 5:00, 150 ms) VEB are found with Se %s %% and +P %s %%, heartbeats with Se"
                        + " %s %% and +P %s %%.",
                Shown.count(beats),
                origin.records().size(),
                Shown.mapping(literature.mapping()),
                percent(literature.figures(), BeatFigures.ACCURACY),
                percent(literature.figures(), BeatFigures.f1(BeatClass.V)),
                percent(literature.figures(), BeatFigures.f1(BeatClass.S)),
                Shown.mapping(standard.mapping()),
                percent(standard.figures(), "vebSe"),
                percent(standard.figures(), "vebPpv"),
                percent(standard.figures(), "qrsSe"),
                percent(standard.figures(), "qrsPpv")));
        section.say(models(origin, literature.matrices().size()));
        Map<String, Map<String, Estimate>> columns = new LinkedHashMap<>();
        evaluation
                .referencePositions()
                .forEach(result -> columns.put(Shown.mapping(result.mapping()), result.figures()));
        return section.show(numbering.table(
                "Main figures at reference positions, whole records, final labels, both mappings. Intervals: percentile"
                        + " bootstrap over records, " + RecordBootstrap.RESAMPLES + " draws, seed "
                        + RecordBootstrap.SEED + ". With many records that hold few ectopic beats, the"
                        + " intervals of S are wide; figures are comparable only under the same mapping.",
                FigureTable.of(FigureTable.main(), columns)));
    }

    private static String models(Origin origin, int tested) {
        String seeds = tested == 1
                ? "One model was tested, so nothing is said here of the spread between seeds."
                : tested + " models of one recipe that differ in their seed: figures are mean ± standard deviation over"
                        + " them, intervals those of the mean; matrices, curves and pictures are those of the first.";
        return origin.foldsOfOne()
                ? "Each model is put together from " + origin.models().size() / tested
                        + ", one for each fold; their answers are joined record by record. " + seeds
                : seeds;
    }

    private static String percent(Map<String, Estimate> figures, String key) {
        return Shown.percent(figures.get(key).mean());
    }
}
