package org.rwave.ecg.simulate;

/**
 * Baseline steps of a rubbed electrode: at random instants the half-cell potential jumps within some tens of
 * milliseconds and decays again through the amplifier's high-pass filter.
 */
final class ElectrodeMotion {
    private static final double MEAN_INTERVAL_SECONDS = 0.6;
    private static final double RISE_SECONDS = 0.03;
    private static final double DECAY_SECONDS = 0.7;

    private final Randomness random;
    private final double rateHertz;
    private final double rise;
    private final double decay;
    private double target0;
    private double target1;
    private double mlii;
    private double v1;
    private long samplesToStep = -1;

    ElectrodeMotion(double rateHertz, Randomness random) {
        this.random = random;
        this.rateHertz = rateHertz;
        this.rise = 1 - StrictMath.exp(-1 / (RISE_SECONDS * rateHertz));
        this.decay = StrictMath.exp(-1 / (DECAY_SECONDS * rateHertz));
    }

    /** Goes on by one sample; {@code millivolts} is the typical height of a step, 0 for an electrode at rest. */
    void advance(double millivolts) {
        if (millivolts > 0) {
            stepNowAndThen(millivolts);
        } else {
            samplesToStep = -1;
        }
        mlii += rise * (target0 - mlii);
        v1 += rise * (target1 - v1);
        target0 *= decay;
        target1 *= decay;
    }

    private void stepNowAndThen(double millivolts) {
        if (samplesToStep < 0) {
            samplesToStep = nextInterval();
        }
        if (samplesToStep-- == 0) {
            target0 += millivolts * random.sign() * random.near(1, 0.35);
            target1 += millivolts * random.sign() * random.near(0.7, 0.3);
        }
    }

    private long nextInterval() {
        return (long) (-StrictMath.log(1 - random.uniform()) * MEAN_INTERVAL_SECONDS * rateHertz);
    }

    double mlii() {
        return mlii;
    }

    double v1() {
        return v1;
    }
}
