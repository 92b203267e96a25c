package org.rwave.trainer.training;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;

/**
 * Temperature scaling (Guo et al. 2017): the divisor of the logits under which held-out beats have the smallest negative
 * log likelihood. Decisions stay as they are; only confidence changes.
 */
public final class Temperature {
    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 5;
    private static final double FLOOR = 1e-7;

    private Temperature() {}

    /** The best temperature for {@code predictions} made at temperature 1, by golden-section search. */
    public static double fit(List<ClassProbabilities> predictions, List<BeatClass> labels) {
        if (predictions.isEmpty() || predictions.size() != labels.size()) {
            throw new IllegalArgumentException("need one label for each prediction and at least one, had "
                    + predictions.size() + " predictions and " + labels.size() + " labels");
        }
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(SMALLEST);
        double high = Math.log(LARGEST);
        while (high - low > 1e-4) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (loss(predictions, labels, Math.exp(left)) < loss(predictions, labels, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** Mean negative log likelihood at {@code temperature}. */
    static double loss(List<ClassProbabilities> predictions, List<BeatClass> labels, double temperature) {
        double sum = 0;
        for (int i = 0; i < labels.size(); i++) {
            double total = 0;
            double own = 0;
            for (BeatClass beatClass : BeatClass.values()) {
                double powered = Math.pow(Math.max(FLOOR, predictions.get(i).of(beatClass)), 1 / temperature);
                total += powered;
                own = beatClass == labels.get(i) ? powered : own;
            }
            sum -= Math.log(own / total);
        }
        return sum / labels.size();
    }
}
