package org.rwave.trainer.report.figures;

import java.util.Comparator;
import java.util.List;

/** Expected calibration error of the top label over fifteen bins of equal size (Guo et al. 2017; Nguyen and O'Connor 2015). */
public final class Reliability {
    private static final int BINS = 15;

    private Reliability() {}

    /** Mean distance between confidence and accuracy, weighted by bin size. */
    public static double expectedCalibrationError(List<Prediction> predictions) {
        List<Prediction> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(Reliability::confidence))
                .toList();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Prediction> members = sorted.subList(
                    (int) ((long) sorted.size() * bin / BINS), (int) ((long) sorted.size() * (bin + 1) / BINS));
            double confidence =
                    members.stream().mapToDouble(Reliability::confidence).sum();
            long right = members.stream()
                    .filter(prediction -> prediction.decision() == prediction.truth())
                    .count();
            error += Math.abs(confidence - right) / sorted.size();
        }
        return error;
    }

    private static double confidence(Prediction prediction) {
        return prediction.probabilities().of(prediction.decision());
    }
}
