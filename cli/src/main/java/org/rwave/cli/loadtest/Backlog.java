package org.rwave.cli.loadtest;

import java.util.List;

/**
 * Whether a test could have gone on for ever: beats due and not yet seen must not grow in number while all patients are there.
 *
 * @param growthSeconds how much work, in seconds of it, the backlog grew by over the steady time: the slope of a straight
 *     line through the seconds' backlogs
 * @param noiseSeconds what such a slope may be by chance: three standard errors of it, at least a tenth of a second
 * @param meanSeconds the backlog on average, in seconds of work
 */
record Backlog(double growthSeconds, double noiseSeconds, double meanSeconds) {
    private static final double LEAST_NOISE_SECONDS = 0.1;
    private static final int FEWEST_SECONDS = 3;

    /** Of the steady ones among {@code seconds}. */
    static Backlog of(List<Second> seconds) {
        List<Second> steady = seconds.stream().filter(Second::steady).toList();
        int n = steady.size();
        if (n < FEWEST_SECONDS) {
            return new Backlog(0, LEAST_NOISE_SECONDS, 0);
        }
        double meanX = steady.stream().mapToDouble(Second::atSeconds).average().orElseThrow();
        double meanY = steady.stream().mapToDouble(Second::backlog).average().orElseThrow();
        double rate =
                Math.max(1, steady.stream().mapToDouble(Second::beats).average().orElseThrow());
        double xx = 0;
        double xy = 0;
        for (Second second : steady) {
            double x = second.atSeconds() - meanX;
            xx += x * x;
            xy += x * (second.backlog() - meanY);
        }
        double slope = xy / xx;
        double residual = 0;
        for (Second second : steady) {
            double off = second.backlog() - meanY - slope * (second.atSeconds() - meanX);
            residual += off * off;
        }
        double slopeError = Math.sqrt(residual / (n - 2) / xx);
        double length = steady.get(n - 1).atSeconds() - steady.get(0).atSeconds();
        return new Backlog(
                slope * length / rate, Math.max(LEAST_NOISE_SECONDS, 3 * slopeError * length / rate), meanY / rate);
    }

    boolean isSteady() {
        return growthSeconds <= noiseSeconds;
    }
}
