package org.rwave.ecg.fibrillation;

/**
 * What is measured of one window of one lead. Each is made so that fibrillation, a wave without pauses and without spikes,
 * stands at one end, and complexes with rest between them at the other.
 *
 * @param hertz how often the wave goes up and down: the frequency of the sine with the same mean slope and mean size (Kuo and
 *     Dillman, "Computer detection of ventricular fibrillation", Computers in Cardiology 1978)
 * @param leakage what is left when the wave is added to itself half a period later, 0 for a sine, about 1 for noise (the VF
 *     filter of the same authors)
 * @param rest share of samples whose squared slope is below a tenth of the greatest of their third of the window: the time in
 *     which the heart rests (bCP of Irusta et al., "A high-temporal resolution algorithm to discriminate shockable from
 *     nonshockable rhythms in adults and children", Resuscitation 2012; 10 % and blocks of 1.3 s are ours)
 * @param millivolts from the lowest to the highest sample of the last third: a wave that has died down is none
 */
record WaveMeasures(double hertz, double leakage, double rest, double millivolts) {
    private static final double REST_SLOPE = 0.1;
    private static final int PARTS = 3;

    /** Measures the window {@code x}, millivolts, and takes its mean out of it. */
    static WaveMeasures of(double[] x, double samplesPerSecond) {
        int n = x.length;
        double mean = 0;
        for (double value : x) {
            mean += value / n;
        }
        double size = 0;
        double slope = 0;
        for (int i = 0; i < n; i++) {
            x[i] -= mean;
            size += Math.abs(x[i]);
            slope += i > 0 ? Math.abs(x[i] - x[i - 1]) : 0;
        }
        if (!(slope > 0)) {
            return new WaveMeasures(0, 1, 1, 0);
        }
        double period = 2 * Math.PI * size / slope;
        return new WaveMeasures(samplesPerSecond / period, leakage(x, period), rest(x), height(x));
    }

    private static double height(double[] x) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = x.length - x.length / PARTS; i < x.length; i++) {
            low = x[i] < low ? x[i] : low;
            high = x[i] > high ? x[i] : high;
        }
        return high - low;
    }

    private static double leakage(double[] x, double period) {
        int half = (int) Math.max(1, Math.min(x.length / 3, Math.round(period / 2)));
        double left = 0;
        double all = 0;
        for (int i = half; i < x.length; i++) {
            left += Math.abs(x[i] + x[i - half]);
            all += Math.abs(x[i]) + Math.abs(x[i - half]);
        }
        return all > 0 ? left / all : 1;
    }

    private static double rest(double[] x) {
        int block = (x.length - 1) / PARTS;
        int resting = 0;
        for (int start = 1; start + block <= x.length; start += block) {
            double steepest = 0;
            for (int i = start; i < start + block; i++) {
                double slope = square(x[i] - x[i - 1]);
                steepest = slope > steepest ? slope : steepest;
            }
            for (int i = start; i < start + block; i++) {
                resting += square(x[i] - x[i - 1]) <= REST_SLOPE * steepest ? 1 : 0;
            }
        }
        return resting / (double) (PARTS * block);
    }

    private static double square(double value) {
        return value * value;
    }
}
