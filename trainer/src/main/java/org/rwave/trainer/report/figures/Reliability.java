package org.rwave.trainer.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;

/**
 * Whether a stated probability is the share of times that it comes true, over fifteen bins of equal size (Guo et al. 2017;
 * Nguyen and O'Connor 2015).
 */
public final class Reliability {
    /** Number of bins. */
    public static final int BINS = 15;

    private Reliability() {}

    /** Beats of about equal stated probability: the mean of it, how often it came true, and how many they are. */
    public record Bin(double stated, double observed, long beats) {}

    private record Claim(double stated, boolean isTrue) {}

    /** Mean distance between confidence and accuracy of the top label, weighted by bin size. */
    public static double expectedCalibrationError(List<Prediction> predictions) {
        return error(topLabel(predictions));
    }

    /** Confidence in the decision against how often it was right. */
    public static List<Bin> topLabel(List<Prediction> predictions) {
        return bins(predictions.stream()
                .map(prediction -> new Claim(prediction.confidence(), prediction.isRight()))
                .toList());
    }

    /** Probability of {@code beatClass} against how often a beat was of it, whatever was decided. */
    public static List<Bin> ofClass(List<Prediction> predictions, BeatClass beatClass) {
        return bins(predictions.stream()
                .map(prediction -> new Claim(prediction.probabilities().of(beatClass), prediction.truth() == beatClass))
                .toList());
    }

    /** Mean distance between stated and observed, weighted by bin size. */
    public static double error(List<Bin> bins) {
        long beats = bins.stream().mapToLong(Bin::beats).sum();
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.stated - bin.observed) * bin.beats / beats)
                .sum();
    }

    private static List<Bin> bins(List<Claim> claims) {
        List<Claim> sorted = claims.stream()
                .sorted(Comparator.comparingDouble(Claim::stated))
                .toList();
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            List<Claim> members = sorted.subList(
                    (int) ((long) sorted.size() * bin / BINS), (int) ((long) sorted.size() * (bin + 1) / BINS));
            if (!members.isEmpty()) {
                double stated = members.stream().mapToDouble(Claim::stated).sum();
                long came = members.stream().filter(Claim::isTrue).count();
                bins.add(new Bin(stated / members.size(), came / (double) members.size(), members.size()));
            }
        }
        return bins;
    }
}
