package org.rwave.trainer.report.evaluation;

import java.util.Arrays;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.figures.Abstention;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.report.figures.ProperScores;
import org.rwave.trainer.report.figures.RankingCurve;
import org.rwave.trainer.report.figures.Reliability;
import org.rwave.trainer.report.figures.Sharpened;

/** What the stated probabilities are worth. */
final class ProbabilityResults {
    private static final double CURVE_STEP = 0.005;

    private ProbabilityResults() {}

    /**
     * Calibration of {@code models}, each a list of predictions.
     *
     * @param temperatures what each model's logits had been divided by
     */
    static Calibration calibration(List<List<Prediction>> models, List<Double> temperatures) {
        List<Prediction> first = models.get(0);
        List<Calibration.Figures> plain = java.util.stream.IntStream.range(0, models.size())
                .mapToObj(model -> figures(Sharpened.at(1 / temperatures.get(model), models.get(model))))
                .toList();
        return new Calibration(
                models.stream().map(ProbabilityResults::figures).toList(),
                plain,
                Reliability.topLabel(first),
                Reliability.ofClass(first, BeatClass.S),
                Reliability.ofClass(first, BeatClass.V),
                Abstention.curve(first));
    }

    private static Calibration.Figures figures(List<Prediction> predictions) {
        return new Calibration.Figures(
                Reliability.expectedCalibrationError(predictions),
                Reliability.error(Reliability.ofClass(predictions, BeatClass.S)),
                Reliability.error(Reliability.ofClass(predictions, BeatClass.V)),
                ProperScores.brier(predictions),
                ProperScores.negativeLogLikelihood(predictions));
    }

    /** Curves of the classes that have beats. */
    static List<ClassCurve> curves(List<List<Prediction>> models) {
        return Arrays.stream(BeatClass.values())
                .map(beatClass -> curve(models, beatClass))
                .filter(curve -> curve.beats() > 0)
                .toList();
    }

    private static ClassCurve curve(List<List<Prediction>> models, BeatClass beatClass) {
        List<RankingCurve> curves = models.stream()
                .map(predictions -> RankingCurve.of(predictions, beatClass))
                .toList();
        RankingCurve first = curves.get(0);
        return new ClassCurve(
                beatClass,
                first.positives(),
                first.positives() / (double) models.get(0).size(),
                curves.stream().map(RankingCurve::averagePrecision).toList(),
                curves.stream().map(RankingCurve::area).toList(),
                first.thinned(CURVE_STEP).points());
    }
}
