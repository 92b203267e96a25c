package org.rwave.ecg.simulate;

/** Mains interference: a unit sine by rotation. Silent where the recorder's rate could not carry it. */
final class Mains {
    private final double cosine;
    private final double sine;
    private double real;
    private double imaginary;

    Mains(double mainsHertz, double rateHertz, Randomness random) {
        double angle = 2 * Math.PI * mainsHertz / rateHertz;
        this.cosine = StrictMath.cos(angle);
        this.sine = StrictMath.sin(angle);
        double phase = random.between(0, 2 * Math.PI);
        double amplitude = mainsHertz < 0.45 * rateHertz ? 1 : 0;
        this.real = amplitude * StrictMath.cos(phase);
        this.imaginary = amplitude * StrictMath.sin(phase);
    }

    double next() {
        double value = imaginary;
        double turned = real * cosine - imaginary * sine;
        imaginary = real * sine + imaginary * cosine;
        real = turned;
        return value;
    }
}
