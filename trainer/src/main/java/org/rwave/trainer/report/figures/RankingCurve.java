package org.rwave.trainer.report.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;

/**
 * How well the probability of one class ranks its beats before all others, whatever the threshold: precision against
 * recall, and true against false positive rate. Beats of equal probability fall together.
 *
 * @param positives beats of the class
 * @param averagePrecision sum of precision times step in recall, not interpolated (Davis and Goadrich 2006); NaN without a
 *     beat of the class
 * @param area under the receiver operating characteristic; NaN without a beat of the class or of another
 * @param points from the highest threshold to the lowest
 */
public record RankingCurve(long positives, double averagePrecision, double area, List<Point> points) {
    /** At one threshold: precision, recall (also the true positive rate) and false positive rate. */
    public record Point(double threshold, double precision, double recall, double falsePositiveRate) {}

    public RankingCurve {
        points = List.copyOf(points);
    }

    /** The curve of {@code beatClass}, all thresholds. */
    public static RankingCurve of(List<Prediction> predictions, BeatClass beatClass) {
        List<Prediction> sorted = predictions.stream()
                .sorted(Comparator.comparingDouble(
                        (Prediction prediction) -> -prediction.probabilities().of(beatClass)))
                .toList();
        long positives = sorted.stream()
                .filter(prediction -> prediction.truth() == beatClass)
                .count();
        long negatives = sorted.size() - positives;
        List<Point> points = new ArrayList<>();
        double averagePrecision = 0;
        double area = 0;
        long found = 0;
        long wrong = 0;
        for (int next = 0; next < sorted.size(); ) {
            float threshold = sorted.get(next).probabilities().of(beatClass);
            long foundBefore = found;
            long wrongBefore = wrong;
            for (; next < sorted.size() && sorted.get(next).probabilities().of(beatClass) == threshold; next++) {
                if (sorted.get(next).truth() == beatClass) {
                    found++;
                } else {
                    wrong++;
                }
            }
            double precision = found / (double) (found + wrong);
            averagePrecision += precision * (found - foundBefore) / positives;
            area += (wrong - wrongBefore) / (double) negatives * (found + foundBefore) / (2.0 * positives);
            points.add(new Point(
                    threshold, precision, found / (double) positives, negatives == 0 ? 0 : wrong / (double) negatives));
        }
        boolean ranks = positives > 0;
        return new RankingCurve(
                positives,
                ranks ? averagePrecision : Double.NaN,
                ranks && negatives > 0 ? area : Double.NaN,
                ranks ? points : List.of());
    }

    /** The same figures with points that are at least {@code step} apart in one of the three rates; the last is kept. */
    public RankingCurve thinned(double step) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (kept.isEmpty() || i == points.size() - 1 || isApart(kept.get(kept.size() - 1), point, step)) {
                kept.add(point);
            }
        }
        return new RankingCurve(positives, averagePrecision, area, kept);
    }

    private static boolean isApart(Point one, Point other, double step) {
        return Math.abs(one.precision - other.precision) >= step
                || Math.abs(one.recall - other.recall) >= step
                || Math.abs(one.falsePositiveRate - other.falsePositiveRate) >= step;
    }
}
