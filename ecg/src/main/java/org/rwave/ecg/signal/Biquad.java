package org.rwave.ecg.signal;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * A second-order recursive filter section (transposed direct form II) with the state of one lead.
 *
 * <p>Coefficients by the bilinear transform with the corner pre-warped (Oppenheim &amp; Schafer 1989, section 7.1).
 */
public final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double state1;
    private double state2;

    private Biquad(double b0, double b1, double b2, double a1, double a2) {
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
    }

    /** A low-pass section; {@code quality} 0.7071 makes it Butterworth. */
    public static Biquad lowPass(SamplingRate rate, double cornerHertz, double quality) {
        double k = warped(rate, cornerHertz);
        double norm = 1 / (1 + k / quality + k * k);
        double b = k * k * norm;
        return new Biquad(b, 2 * b, b, 2 * (k * k - 1) * norm, (1 - k / quality + k * k) * norm);
    }

    /** A high-pass section; {@code quality} 0.7071 makes it Butterworth. */
    public static Biquad highPass(SamplingRate rate, double cornerHertz, double quality) {
        double k = warped(rate, cornerHertz);
        double norm = 1 / (1 + k / quality + k * k);
        return new Biquad(norm, -2 * norm, norm, 2 * (k * k - 1) * norm, (1 - k / quality + k * k) * norm);
    }

    private static double warped(SamplingRate rate, double cornerHertz) {
        if (!(cornerHertz > 0 && cornerHertz < rate.hertz() / 2)) {
            throw new IllegalArgumentException(
                    "corner must lie between 0 and half of " + rate.hertz() + " Hz, was " + cornerHertz);
        }
        return Math.tan(Math.PI * cornerHertz / rate.hertz());
    }

    /** The next output sample. */
    public double filter(double x) {
        double y = b0 * x + state1;
        state1 = b1 * x - a1 * y + state2;
        state2 = b2 * x - a2 * y;
        return y;
    }

    /**
     * Filters {@code count} values through {@code first} and {@code second}, adding {@code floor} before each; the same as
     * sample by sample, without going back to the fields for each. {@code into} may be {@code values}.
     */
    public static void filter(Biquad first, Biquad second, double floor, double[] values, int count, double[] into) {
        double first1 = first.state1;
        double first2 = first.state2;
        double second1 = second.state1;
        double second2 = second.state2;
        for (int i = 0; i < count; i++) {
            double x = values[i] + floor;
            double y = first.b0 * x + first1;
            first1 = first.b1 * x - first.a1 * y + first2;
            first2 = first.b2 * x - first.a2 * y;
            double u = y + floor;
            double v = second.b0 * u + second1;
            second1 = second.b1 * u - second.a1 * v + second2;
            second2 = second.b2 * u - second.a2 * v;
            into[i] = v;
        }
        first.state1 = first1;
        first.state2 = first2;
        second.state1 = second1;
        second.state2 = second2;
    }

    /**
     * Filters {@code values[0]} to {@code values[count - 1]} in place through {@code first}, {@code second} and {@code
     * third}, adding {@code floor} before the first and the second; the same as sample by sample.
     */
    static void filter(Biquad first, Biquad second, Biquad third, double floor, double[] values, int count) {
        double first1 = first.state1;
        double first2 = first.state2;
        double second1 = second.state1;
        double second2 = second.state2;
        double third1 = third.state1;
        double third2 = third.state2;
        for (int i = 0; i < count; i++) {
            double x = values[i] + floor;
            double y = first.b0 * x + first1;
            first1 = first.b1 * x - first.a1 * y + first2;
            first2 = first.b2 * x - first.a2 * y;
            double u = y + floor;
            double v = second.b0 * u + second1;
            second1 = second.b1 * u - second.a1 * v + second2;
            second2 = second.b2 * u - second.a2 * v;
            double w = third.b0 * v + third1;
            third1 = third.b1 * v - third.a1 * w + third2;
            third2 = third.b2 * v - third.a2 * w;
            values[i] = w;
        }
        first.state1 = first1;
        first.state2 = first2;
        second.state1 = second1;
        second.state2 = second2;
        third.state1 = third1;
        third.state2 = third2;
    }

    /** Back to rest: as if the input had been 0 for ever. */
    public void reset() {
        state1 = 0;
        state2 = 0;
    }

    /** Group delay at {@code hertz}, in samples. */
    public double groupDelaySamples(SamplingRate rate, double hertz) {
        double omega = 2 * Math.PI * hertz / rate.hertz();
        return polynomialDelay(b0, b1, b2, omega) - polynomialDelay(1, a1, a2, omega);
    }

    /** Group delay of {@code c0 + c1 z^-1 + c2 z^-2}: the real part of sum(k c_k z^-k) / sum(c_k z^-k). */
    private static double polynomialDelay(double c0, double c1, double c2, double omega) {
        double re = c0 + c1 * Math.cos(omega) + c2 * Math.cos(2 * omega);
        double im = -c1 * Math.sin(omega) - c2 * Math.sin(2 * omega);
        double rampRe = c1 * Math.cos(omega) + 2 * c2 * Math.cos(2 * omega);
        double rampIm = -c1 * Math.sin(omega) - 2 * c2 * Math.sin(2 * omega);
        return (rampRe * re + rampIm * im) / (re * re + im * im);
    }

    public void save(SnapshotWriter out) {
        out.putDouble(state1).putDouble(state2);
    }

    public void load(SnapshotReader in) {
        state1 = in.getDouble();
        state2 = in.getDouble();
    }
}
