package org.rwave.ecg.simulate;

/**
 * The two leads from the current sample on, into which waves are drawn before they are taken out: a ring of at least
 * {@link #SPAN_SECONDS}.
 */
final class WaveBuffer {
    /** From the sample taken next to the end of the last T wave drawn. */
    static final double SPAN_SECONDS = 2.5;

    /** Beyond this many standard deviations a wave of 1 mV is below 0.1 microvolts. */
    private static final double DRAWN_SIGMAS = 4.4;

    /** No wave is narrower than the recorder's anti-aliasing filter lets through. */
    private static final double NARROWEST_SAMPLES = 0.6;

    private final double rateHertz;
    private final double[] mlii;
    private final double[] v1;
    private final int mask;
    private long position;

    WaveBuffer(double rateHertz) {
        this.rateHertz = rateHertz;
        int length = Integer.highestOneBit((int) Math.ceil(SPAN_SECONDS * rateHertz) - 1) << 1;
        this.mlii = new double[length];
        this.v1 = new double[length];
        this.mask = length - 1;
    }

    double mlii() {
        return mlii[(int) position & mask];
    }

    double v1() {
        return v1[(int) position & mask];
    }

    /** Goes on to the next sample. */
    void advance() {
        int index = (int) position & mask;
        mlii[index] = 0;
        v1[index] = 0;
        position++;
    }

    void draw(BeatShape shape, double seconds) {
        for (Wave wave : shape.waves()) {
            draw(wave, (seconds + wave.centreSeconds()) * rateHertz);
        }
    }

    private void draw(Wave wave, double centre) {
        long last = (long) Math.floor(centre);
        double rising = Math.max(NARROWEST_SAMPLES, wave.risingSeconds() * rateHertz);
        double falling = Math.max(NARROWEST_SAMPLES, wave.fallingSeconds() * rateHertz);
        double area = (wave.risingSeconds() + wave.fallingSeconds()) * rateHertz / (rising + falling);
        Wave drawn = wave.scaled(area);
        drawHalf(drawn, centre, last, -1, rising);
        drawHalf(drawn, centre, last + 1, 1, falling);
    }

    /**
     * One side of a Gaussian from the peak outwards, each value from the last by two multiplications: for equal steps the
     * ratio of neighbours itself shrinks by a constant factor.
     */
    private void drawHalf(Wave wave, double centre, long first, int direction, double sigma) {
        double distance = direction * (first - centre) / sigma;
        double step = 1 / sigma;
        double value = StrictMath.exp(-0.5 * distance * distance);
        double ratio = StrictMath.exp(-step * (distance + 0.5 * step));
        double shrink = StrictMath.exp(-step * step);
        int count = (int) ((DRAWN_SIGMAS - distance) * sigma) + 1;
        long sample = first;
        for (int i = 0; i < count; i++) {
            if (sample >= position) {
                int index = (int) sample & mask;
                mlii[index] += value * wave.mliiMillivolts();
                v1[index] += value * wave.v1Millivolts();
            }
            sample += direction;
            value *= ratio;
            ratio *= shrink;
        }
    }
}
