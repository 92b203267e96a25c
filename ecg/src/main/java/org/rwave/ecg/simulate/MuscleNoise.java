package org.rwave.ecg.simulate;

/**
 * Muscle and amplifier noise of one lead: white noise between 20 and 120 Hz, the band of surface electromyogram that an
 * electrocardiograph lets through. Unit root mean square.
 */
final class MuscleNoise {
    private static final double LOW_HERTZ = 20;
    private static final double HIGH_HERTZ = 120;
    private static final int SETTLING_SAMPLES = 2000;

    private final Randomness random;
    private final double fast;
    private final double slow;
    private final double scale;
    private double smooth;
    private double trend;

    MuscleNoise(double rateHertz, Randomness random) {
        this.random = random;
        this.fast = coefficient(Math.min(HIGH_HERTZ, 0.4 * rateHertz), rateHertz);
        this.slow = coefficient(LOW_HERTZ, rateHertz);
        double energy = 0;
        for (int i = 0; i < SETTLING_SAMPLES; i++) {
            double response = filter(i == 0 ? 1 : 0);
            energy += response * response;
        }
        this.scale = 1 / Math.sqrt(energy);
        smooth = 0;
        trend = 0;
    }

    private static double coefficient(double cutoffHertz, double rateHertz) {
        return 1 - StrictMath.exp(-2 * Math.PI * cutoffHertz / rateHertz);
    }

    private double filter(double white) {
        smooth += fast * (white - smooth);
        trend += slow * (smooth - trend);
        return smooth - trend;
    }

    double next() {
        return scale * filter(random.cheapGaussian());
    }
}
