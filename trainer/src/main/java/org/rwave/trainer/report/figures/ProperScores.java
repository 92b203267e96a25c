package org.rwave.trainer.report.figures;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;

/** Scores that are best when the stated probabilities are the true ones. */
public final class ProperScores {
    /** Smallest probability that counts, so that one impossible beat does not make a mean infinite. */
    private static final double FLOOR = 1e-7;

    private ProperScores() {}

    /** Mean over beats of the squared distance between probabilities and truth, summed over classes: 0 to 2 (Brier 1950). */
    public static double brier(List<Prediction> predictions) {
        return predictions.stream().mapToDouble(ProperScores::squares).average().orElse(Double.NaN);
    }

    private static double squares(Prediction prediction) {
        double sum = 0;
        for (BeatClass beatClass : BeatClass.values()) {
            double target = prediction.truth() == beatClass ? 1 : 0;
            double distance = prediction.probabilities().of(beatClass) - target;
            sum += distance * distance;
        }
        return sum;
    }

    /** Mean negative natural logarithm of the true class's probability, which counts as at least 1e-7. */
    public static double negativeLogLikelihood(List<Prediction> predictions) {
        return predictions.stream()
                .mapToDouble(prediction ->
                        -Math.log(Math.max(FLOOR, prediction.probabilities().of(prediction.truth()))))
                .average()
                .orElse(Double.NaN);
    }
}
