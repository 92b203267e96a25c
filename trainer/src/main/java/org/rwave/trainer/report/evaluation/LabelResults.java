package org.rwave.trainer.report.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.validation.ModelOutcome;
import org.rwave.trainer.validation.TestBeat;

/** Final and first labels at the reference positions, of several models. */
final class LabelResults {
    private static final String MOST_S_OF_DS2 = "232";

    private final List<ModelOutcome> outcomes;

    LabelResults(List<ModelOutcome> outcomes) {
        this.outcomes = outcomes;
    }

    ReferenceResult atReferencePositions(ClassMapping mapping) {
        List<RecordMatrices> models = matrices(beat -> beat.finalPrediction(mapping));
        List<ReferenceResult.Without> without = models.get(0).byRecord().size() < 2
                ? List.of()
                : leftOut(models.get(0)).stream()
                        .map(record -> new ReferenceResult.Without(
                                record,
                                reason(record),
                                BeatFigures.of(models.stream()
                                        .map(model -> model.without(record))
                                        .toList())))
                        .toList();
        return new ReferenceResult(
                mapping.name(),
                models.stream().map(model -> model.sum().rows()).toList(),
                BeatFigures.of(models.stream().map(RecordMatrices::all).toList()),
                without);
    }

    /** 232 and 202 of DS2 where they are; of other records, the one with the most S beats. */
    private static List<String> leftOut(RecordMatrices matrices) {
        List<String> known = List.of(MOST_S_OF_DS2, DataSplit.SAME_PERSON_AS_201).stream()
                .filter(matrices.byRecord()::containsKey)
                .toList();
        return !known.isEmpty()
                ? known
                : matrices.byRecord().entrySet().stream()
                        .max(Comparator.comparingLong(entry -> entry.getValue().of(BeatClass.S)))
                        .map(entry -> List.of(entry.getKey()))
                        .orElseThrow();
    }

    private static String reason(String record) {
        return record.equals(DataSplit.SAME_PERSON_AS_201)
                ? "the person of record 201, which is in DS1"
                : "the record with the most S beats";
    }

    FirstAnswers firstAnswers(ClassMapping mapping) {
        List<TestBeat> beats = outcomes.get(0).beats();
        return new FirstAnswers(
                mapping.name(),
                share(beat -> beat.atOnce().isPresent()),
                share(TestBeat::isRevised),
                BeatFigures.of(matrices(beat -> beat.firstPrediction(mapping)).stream()
                        .map(RecordMatrices::all)
                        .toList()),
                BeatFigures.of(matrices(beat -> beat.finalPrediction(mapping)).stream()
                        .map(RecordMatrices::all)
                        .toList()),
                revisions(beats).rows());
    }

    private static ConfusionMatrix revisions(List<TestBeat> beats) {
        return ConfusionMatrix.of(beats.stream()
                .filter(beat -> beat.atOnce().isPresent())
                .map(beat -> new Prediction(
                        beat.record(),
                        beat.sampleIndex(),
                        beat.atOnce().orElseThrow().mostProbable(),
                        beat.inTheEnd()))
                .toList());
    }

    private double share(java.util.function.Predicate<TestBeat> which) {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome.beats().stream().filter(which).count()
                        / (double) outcome.beats().size())
                .average()
                .orElse(Double.NaN);
    }

    private List<RecordMatrices> matrices(Function<TestBeat, Prediction> answer) {
        return outcomes.stream()
                .map(outcome ->
                        RecordMatrices.of(outcome.beats().stream().map(answer).toList()))
                .toList();
    }
}
