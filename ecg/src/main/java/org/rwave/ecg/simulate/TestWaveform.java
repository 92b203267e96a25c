package org.rwave.ecg.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;

/**
 * A generated test signal: complexes of exact shape at exact instants, leads MLII and V1, for measuring what a monitor makes
 * of it. Unlike a simulated patient nothing in it varies, but for 10 microvolts of amplifier noise, without which a real lead
 * never is.
 *
 * <p>Complexes: {@link Builder#triangle} as in the tests of heart-rate meters (ANSI/AAMI EC13, IEC 60601-2-27: a triangular
 * QRS of given height and width with a T wave of 180 ms that ends 350 ms after it begins), {@link Builder#normal} and {@link
 * Builder#ventricular} of natural shape, {@link Builder#pulse} one sample wide. Immutable.
 */
public final class TestWaveform {
    private static final double UNITS_PER_MILLIVOLT = Synthesizer.UNITS_PER_MILLIVOLT;
    private static final double LARGEST_UNIT = Short.MAX_VALUE;
    private static final double NOISE_MILLIVOLTS = 0.01;
    private static final List<Lead> LEADS = List.of(
            new Lead("MLII", "MDC_ECG_LEAD_II", 1000 / UNITS_PER_MILLIVOLT, 0),
            new Lead("V1", "MDC_ECG_LEAD_V1", 1000 / UNITS_PER_MILLIVOLT, 0));

    private final SamplingRate rate;
    private final short[] raw; // [sample][lead]
    private final List<Double> beatSeconds;

    private TestWaveform(SamplingRate rate, short[] raw, List<Double> beatSeconds) {
        this.rate = rate;
        this.raw = raw;
        this.beatSeconds = List.copyOf(beatSeconds);
    }

    /** A signal of {@code seconds} that is flat so far. */
    public static Builder lasting(double seconds, SamplingRate rate) {
        return new Builder(seconds, rate);
    }

    public SamplingRate rate() {
        return rate;
    }

    /** Instants of the complexes' peaks, seconds since the start, ascending; pulses are none. */
    public List<Double> beatSeconds() {
        return beatSeconds;
    }

    /** The signal in chunks of {@code samplesPerChunk}, the last one shorter; its clock starts at the epoch. */
    public List<WaveformChunk> chunks(int samplesPerChunk) {
        List<WaveformChunk> chunks = new ArrayList<>();
        int samples = raw.length / LEADS.size();
        for (int first = 0; first < samples; first += samplesPerChunk) {
            int count = Math.min(samplesPerChunk, samples - first);
            short[] part = new short[count * LEADS.size()];
            System.arraycopy(raw, first * LEADS.size(), part, 0, part.length);
            chunks.add(WaveformChunk.ofRaw(first, rate.microsAt(first), rate, LEADS, part));
        }
        return chunks;
    }

    /** The signal as a recording that stands at its first sample. */
    public Recording recording(String name) {
        return new WaveformRecording(name, rate, LEADS, raw);
    }

    /** Adds complexes and disturbances; what overlaps adds up. */
    public static final class Builder {
        private final SamplingRate rate;
        private final double[] mlii;
        private final double[] v1;
        private final List<Double> beats = new ArrayList<>();

        private Builder(double seconds, SamplingRate rate) {
            this.rate = rate;
            mlii = new double[Math.toIntExact(rate.sampleAt(seconds))];
            v1 = new double[mlii.length];
        }

        /** A triangular QRS complex that peaks at {@code at}, and a T wave of {@code tMillivolts}. */
        public Builder triangle(double at, double millivolts, double widthSeconds, double tMillivolts) {
            TestComplex complex = TestComplex.triangle(millivolts, widthSeconds, tMillivolts);
            return draw(at, complex);
        }

        /** A conducted beat of natural shape with an R wave of {@code millivolts}; {@code rrSeconds} sets its QT. */
        public Builder normal(double at, double millivolts, double rrSeconds) {
            return draw(at, TestComplex.normal(millivolts, rrSeconds));
        }

        /** A ventricular beat, 160 ms wide, of {@code millivolts}, downwards when negative. */
        public Builder ventricular(double at, double millivolts, double rrSeconds) {
            return draw(at, TestComplex.ventricular(millivolts, rrSeconds));
        }

        /** A pulse one sample wide: what sampling leaves of a pacemaker's 0.1 to 2 ms. */
        public Builder pulse(double at, double millivolts) {
            int sample = Math.toIntExact(rate.sampleAt(at));
            mlii[sample] += millivolts;
            v1[sample] += 0.6 * millivolts;
            return this;
        }

        /** Adds {@code millivolts} of the time in seconds to both leads: drift, mains. */
        public Builder plus(DoubleUnaryOperator millivolts) {
            for (int sample = 0; sample < mlii.length; sample++) {
                double added = millivolts.applyAsDouble(rate.secondsAt(sample));
                mlii[sample] += added;
                v1[sample] += added;
            }
            return this;
        }

        private Builder draw(double at, TestComplex complex) {
            int from = Math.max(0, (int) Math.ceil((at + complex.fromSeconds()) * rate.hertz()));
            int to = (int) Math.min(mlii.length - 1, Math.floor((at + complex.toSeconds()) * rate.hertz()));
            for (int sample = from; sample <= to; sample++) {
                double seconds = rate.secondsAt(sample) - at;
                mlii[sample] += complex.mliiAt(seconds);
                v1[sample] += complex.v1At(seconds);
            }
            beats.add(at);
            return this;
        }

        /** The signal, with its noise. */
        public TestWaveform build() {
            Randomness random = new Randomness(1);
            short[] raw = new short[2 * mlii.length];
            for (int sample = 0; sample < mlii.length; sample++) {
                raw[2 * sample] = units(mlii[sample] + NOISE_MILLIVOLTS * random.cheapGaussian());
                raw[2 * sample + 1] = units(v1[sample] + NOISE_MILLIVOLTS * random.cheapGaussian());
            }
            return new TestWaveform(rate, raw, beats.stream().sorted().toList());
        }

        private static short units(double millivolts) {
            double units = Math.rint(millivolts * UNITS_PER_MILLIVOLT);
            return (short) Math.max(-LARGEST_UNIT, Math.min(LARGEST_UNIT, units));
        }
    }
}
