package org.rwave.trainer.report.evaluation;

import java.util.List;

/**
 * Own detection on noisy records, EC57 rules and mapping, from 5:00.
 *
 * @param noise name of the noise record
 * @param records the clean records
 * @param points from the cleanest, the first without any noise
 */
public record NoiseCurve(String noise, List<String> records, List<Point> points) {
    /** At {@code decibels}, NaN for no noise at all. */
    public record Point(double decibels, double qrsSe, double qrsPpv, double vebF1, double svebF1) {}
}
