package org.rwave.ecg.qrs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two conditioned leads of P, QRS and T waves (sums of Gaussians), with the R peaks they were made from. */
final class SyntheticEcg {
    static final int HERTZ = 180;

    final double[][] samples;
    final List<Double> rPeaks = new ArrayList<>();
    private final Random random;

    SyntheticEcg(int seconds, long seed) {
        samples = new double[seconds * HERTZ][2];
        random = new Random(seed);
    }

    /** Beats about every {@code rr} seconds in [{@code from}, {@code to}) seconds, R waves of {@code millivolts}. */
    SyntheticEcg beats(double from, double to, double rr, double millivolts) {
        for (double at = from + 0.3; at < to - 0.4; at += rr * (1 + 0.03 * random.nextGaussian())) {
            double r = at * HERTZ;
            rPeaks.add(r);
            wave(r - 0.16 * HERTZ, 0.022, 0.1 * millivolts);
            wave(r, 0.011, millivolts);
            wave(r + 0.03 * HERTZ, 0.01, -0.25 * millivolts);
            wave(r + 0.27 * HERTZ, 0.05, 0.25 * millivolts);
        }
        return this;
    }

    private void wave(double center, double widthSeconds, double millivolts) {
        double width = widthSeconds * HERTZ;
        int to = (int) Math.min(samples.length - 1, center + 5 * width);
        for (int i = (int) Math.max(0, center - 5 * width); i <= to; i++) {
            double value = millivolts * Math.exp(-0.5 * Math.pow((i - center) / width, 2));
            samples[i][0] += value;
            samples[i][1] -= 0.7 * value;
        }
    }

    /** White noise on {@code lead} in [{@code from}, {@code to}) seconds. */
    SyntheticEcg noise(int lead, double from, double to, double millivolts) {
        for (int i = (int) (from * HERTZ); i < to * HERTZ; i++) {
            samples[i][lead] += millivolts * random.nextGaussian();
        }
        return this;
    }
}
