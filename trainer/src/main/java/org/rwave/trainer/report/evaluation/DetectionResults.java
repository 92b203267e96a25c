package org.rwave.trainer.report.evaluation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.ecg.score.BeatByBeat;
import org.rwave.ecg.score.BeatLabel;
import org.rwave.ecg.score.BeatMatrix;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.ecg.score.DetectionCounts;
import org.rwave.ecg.score.ScoringSettings;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.validation.ModelOutcome;
import org.rwave.trainer.validation.TestBeat;

/** Own detection, scored by the rules of EC57 with either mapping and either start. */
final class DetectionResults {
    private static final ScoringSettings STANDARD = ScoringSettings.standard();

    private DetectionResults() {}

    /** EC57's own rule first, then the whole record, then both with the literature's mapping. */
    static List<DetectionResult> of(List<ModelOutcome> outcomes) {
        ScoringSettings literature = STANDARD.withMapping(ClassMapping.LITERATURE);
        return List.of(STANDARD, STANDARD.withStart(Duration.ZERO), literature, literature.withStart(Duration.ZERO))
                .stream()
                .map(settings -> of(outcomes, settings))
                .toList();
    }

    private static DetectionResult of(List<ModelOutcome> outcomes, ScoringSettings settings) {
        List<List<BeatMatrix>> models = outcomes.stream()
                .map(outcome -> score(outcome.pairs(), settings))
                .toList();
        return new DetectionResult(
                settings.mapping().name(),
                settings.start().toSeconds(),
                settings.matchWindow().toMillis(),
                models.stream().map(DetectionResults::rows).toList(),
                DetectionFigures.of(models));
    }

    private static List<BeatMatrix> score(List<AnnotationPair> pairs, ScoringSettings settings) {
        return pairs.stream().map(pair -> BeatByBeat.compare(pair, settings)).toList();
    }

    private static List<List<Long>> rows(List<BeatMatrix> records) {
        BeatMatrix sum = records.stream().reduce(BeatMatrix.EMPTY, BeatMatrix::plus);
        return Arrays.stream(BeatLabel.values())
                .map(truth -> Arrays.stream(BeatLabel.values())
                        .map(said -> sum.count(truth, said))
                        .toList())
                .toList();
    }

    /** Record by record: labels at reference positions by the literature's mapping, heartbeats of the whole record. */
    static List<RecordResult> byRecord(ModelOutcome outcome) {
        return outcome.pairs().stream()
                .map(pair -> byRecord(pair, outcome.beats()))
                .toList();
    }

    private static RecordResult byRecord(AnnotationPair pair, List<TestBeat> beats) {
        List<Prediction> own = beats.stream()
                .filter(beat -> beat.record().equals(pair.record()))
                .map(beat -> beat.finalPrediction(ClassMapping.LITERATURE))
                .toList();
        DetectionCounts qrs =
                BeatByBeat.compare(pair, STANDARD.withStart(Duration.ZERO)).qrs();
        return new RecordResult(
                pair.record(),
                ConfusionMatrix.of(own).rows(),
                qrs.truePositives(),
                qrs.falseNegatives(),
                qrs.falsePositives());
    }

    /** Of noisy records: the rule of EC57. */
    static NoiseCurve.Point noisePoint(double decibels, List<AnnotationPair> pairs) {
        BeatMatrix sum = score(pairs, STANDARD).stream().reduce(BeatMatrix.EMPTY, BeatMatrix::plus);
        return new NoiseCurve.Point(
                decibels,
                DetectionFigures.sensitivity(sum.qrs()),
                DetectionFigures.predictivity(sum.qrs()),
                DetectionFigures.f1(sum.ventricular()),
                DetectionFigures.f1(sum.supraventricular()));
    }
}
