package org.rwave.trainer.training;

/** Linear warm-up from zero, then half a cosine down to zero (Loshchilov and Hutter 2017, without restarts). */
public final class LearningRate {
    private final double peak;
    private final int warmupSteps;
    private final int steps;

    public LearningRate(double peak, int warmupSteps, int steps) {
        this.peak = peak;
        this.warmupSteps = warmupSteps;
        this.steps = steps;
    }

    /** The rate of step {@code step}, counted from 1. */
    public float at(int step) {
        if (step <= warmupSteps) {
            return (float) (peak * step / warmupSteps);
        }
        double done = (step - warmupSteps) / (double) Math.max(1, steps - warmupSteps);
        return (float) (peak * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done))));
    }
}
