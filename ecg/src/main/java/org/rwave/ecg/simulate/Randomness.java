package org.rwave.ecg.simulate;

/**
 * A seeded stream of random numbers that is the same on every machine and JDK: SplitMix64 (Steele, Lea and Flood,
 * OOPSLA 2014) with normal deviates by Marsaglia's polar method.
 */
final class Randomness {
    private long state;
    private double spareGaussian = Double.NaN;

    Randomness(long seed) {
        this.state = seed;
    }

    /** A stream of its own for {@code purpose}, so that drawing more for one thing leaves all others as they were. */
    static Randomness of(long seed, long purpose) {
        Randomness parent = new Randomness(seed);
        return new Randomness(parent.nextLong() ^ new Randomness(purpose).nextLong());
    }

    long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in the logarithm: as often between 1 and 2 as between 10 and 20. */
    double logBetween(double low, double high) {
        return StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high)));
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** 1 or -1. */
    double sign() {
        return chance(0.5) ? 1 : -1;
    }

    /** Standard normal. */
    double gaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double x;
        double y;
        double squared;
        do {
            x = between(-1, 1);
            y = between(-1, 1);
            squared = x * x + y * y;
        } while (squared >= 1 || squared == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(squared) / squared);
        spareGaussian = y * scale;
        return x * scale;
    }

    /** Normal with standard deviation {@code deviation}, never further than two of them from {@code mean}. */
    double near(double mean, double deviation) {
        return mean + deviation * Math.max(-2, Math.min(2, gaussian()));
    }

    /**
     * Roughly standard normal at the price of one long: four 16-bit uniforms added (Irwin and Hall). For noise drawn
     * once a sample.
     */
    double cheapGaussian() {
        long bits = nextLong();
        long sum = (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
        return (sum - 131_070) * (1 / 37_837.2);
    }
}
