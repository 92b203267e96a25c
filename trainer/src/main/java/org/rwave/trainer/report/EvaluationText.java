package org.rwave.trainer.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.FirstAnswers;
import org.rwave.trainer.report.evaluation.RecordResult;
import org.rwave.trainer.report.evaluation.ReferenceResult;
import org.rwave.trainer.report.figures.ConfusionMatrix;

/** An evaluation as plain text, for the terminal and the log of DS2: the first model in full, all models in summary. */
public final class EvaluationText {
    private EvaluationText() {}

    /** Both mappings at reference positions, then own detection, {@code pairs} of the first model. */
    public static String of(Evaluation evaluation, List<AnnotationPair> pairs) {
        StringBuilder text = new StringBuilder();
        for (ReferenceResult result : evaluation.referencePositions()) {
            ConfusionMatrix matrix = ConfusionMatrix.ofRows(result.matrices().get(0));
            text.append("Reference positions, whole records, final labels, ")
                    .append(ClassMapping.valueOf(result.mapping()).title())
                    .append(" mapping, ")
                    .append(matrix.total())
                    .append(" beats:\n")
                    .append(matrix.toText())
                    .append(MeanText.atReferencePositions(result));
            if (ClassMapping.LITERATURE.name().equals(result.mapping())) {
                text.append(details(evaluation, result));
            }
            text.append('\n');
        }
        text.append("Own detection. ").append(RawWaveformScore.of(pairs));
        return text.append(MeanText.ownDetection(evaluation)).toString();
    }

    /** What is told under the literature's mapping alone. */
    private static String details(Evaluation evaluation, ReferenceResult result) {
        StringBuilder text = new StringBuilder();
        for (ReferenceResult.Without without : result.without()) {
            text.append("without ").append(without.record()).append(": ");
            text.append(without(evaluation.records(), without.record()).summary())
                    .append('\n');
        }
        text.append(MeanText.without(result));
        Map<String, ConfusionMatrix> byRecord = new LinkedHashMap<>();
        evaluation.records().forEach(record -> byRecord.put(record.record(), ConfusionMatrix.ofRows(record.matrix())));
        return text.append(String.format(
                        Locale.ROOT,
                        "top-label calibration error %.4f%n",
                        evaluation.calibration().byModel().get(0).topLabelError()))
                .append(MeanText.calibration(evaluation.calibration()))
                .append(MeanText.firstAnswers(firstAnswers(evaluation, result.mapping())))
                .append(RecordTable.of(byRecord))
                .toString();
    }

    private static FirstAnswers firstAnswers(Evaluation evaluation, String mapping) {
        return evaluation.firstAnswers().stream()
                .filter(answers -> answers.mapping().equals(mapping))
                .findFirst()
                .orElseThrow();
    }

    private static ConfusionMatrix without(List<RecordResult> records, String left) {
        return records.stream()
                .filter(record -> !record.record().equals(left))
                .map(record -> ConfusionMatrix.ofRows(record.matrix()))
                .reduce(ConfusionMatrix.EMPTY, ConfusionMatrix::plus);
    }
}
