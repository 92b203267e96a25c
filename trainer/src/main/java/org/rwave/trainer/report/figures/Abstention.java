package org.rwave.trainer.report.figures;

import java.util.Comparator;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;

/** What is gained when the least confident beats are not decided but called Q. */
public final class Abstention {
    private static final List<Double> COVERAGES =
            List.of(1.0, 0.995, 0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5);

    private Abstention() {}

    /**
     * One choice of how many beats to decide.
     *
     * @param coverage share of the beats that are decided, the most confident ones
     * @param confidence of the least confident beat among them
     * @param error share of wrong decisions among the decided beats
     * @param sensitivityOfS share of all S beats that are still found
     * @param sensitivityOfV share of all V beats that are still found
     * @param f1OfS over all beats, with abstentions called Q
     * @param f1OfV the same of V
     */
    public record Point(
            double coverage,
            double confidence,
            double error,
            double sensitivityOfS,
            double sensitivityOfV,
            double f1OfS,
            double f1OfV) {}

    /** The curve from full coverage down to one half. */
    public static List<Point> curve(List<Prediction> predictions) {
        List<Prediction> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(Prediction::confidence).reversed())
                .toList();
        return COVERAGES.stream()
                .filter(coverage -> Math.round(coverage * sorted.size()) > 0)
                .map(coverage -> point(sorted, Math.toIntExact(Math.round(coverage * sorted.size()))))
                .toList();
    }

    private static Point point(List<Prediction> sorted, int decided) {
        List<Prediction> kept = sorted.subList(0, decided);
        List<Prediction> abstained = sorted.subList(decided, sorted.size()).stream()
                .map(Abstention::abstain)
                .toList();
        ConfusionMatrix matrix = ConfusionMatrix.of(kept).plus(ConfusionMatrix.of(abstained));
        long wrong = kept.stream().filter(prediction -> !prediction.isRight()).count();
        return new Point(
                decided / (double) sorted.size(),
                kept.get(decided - 1).confidence(),
                wrong / (double) decided,
                matrix.sensitivity(BeatClass.S),
                matrix.sensitivity(BeatClass.V),
                matrix.f1(BeatClass.S),
                matrix.f1(BeatClass.V));
    }

    private static Prediction abstain(Prediction prediction) {
        return new Prediction(
                prediction.record(),
                prediction.sampleIndex(),
                prediction.truth(),
                ClassProbabilities.certain(BeatClass.Q));
    }
}
