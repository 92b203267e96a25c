package org.rwave.trainer.report.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.score.BeatMatrix;
import org.rwave.ecg.score.DetectionCounts;
import org.rwave.trainer.report.figures.Estimate;
import org.rwave.trainer.report.figures.RecordBootstrap;

/** The figures of own detection, by name: {@code qrs}, {@code veb} or {@code sveb}, then Se, Ppv or F1. */
public final class DetectionFigures {
    /** What is detected, in the order of the figures. */
    public static final List<String> TARGETS = List.of("qrs", "veb", "sveb");

    private static final List<String> STATISTICS = List.of("Se", "Ppv", "F1");

    private DetectionFigures() {}

    /** All figures of {@code models}, each a list of its records' matrices. */
    static Map<String, Estimate> of(List<List<BeatMatrix>> models) {
        List<Estimate> estimates = RecordBootstrap.estimate(models, DetectionFigures::values);
        Map<String, Estimate> byName = new LinkedHashMap<>();
        for (int target = 0; target < TARGETS.size(); target++) {
            for (int statistic = 0; statistic < STATISTICS.size(); statistic++) {
                byName.put(
                        TARGETS.get(target) + STATISTICS.get(statistic),
                        estimates.get(target * STATISTICS.size() + statistic));
            }
        }
        return byName;
    }

    private static double[] values(List<BeatMatrix> records) {
        BeatMatrix sum = records.stream().reduce(BeatMatrix.EMPTY, BeatMatrix::plus);
        double[] values = new double[TARGETS.size() * STATISTICS.size()];
        int at = 0;
        for (DetectionCounts counts : List.of(sum.qrs(), sum.ventricular(), sum.supraventricular())) {
            values[at++] = sensitivity(counts);
            values[at++] = predictivity(counts);
            values[at++] = f1(counts);
        }
        return values;
    }

    static double sensitivity(DetectionCounts counts) {
        return counts.sensitivity().fraction().orElse(Double.NaN);
    }

    static double predictivity(DetectionCounts counts) {
        return counts.positivePredictivity().fraction().orElse(Double.NaN);
    }

    /** Harmonic mean of Se and +P; 0 when nothing was found, NaN when there was nothing to find or claim. */
    static double f1(DetectionCounts counts) {
        return 2.0
                * counts.truePositives()
                / (2.0 * counts.truePositives() + counts.falseNegatives() + counts.falsePositives());
    }
}
