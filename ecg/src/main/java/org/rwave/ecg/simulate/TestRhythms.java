package org.rwave.ecg.simulate;

import java.util.function.DoubleUnaryOperator;
import org.rwave.ecg.signal.SamplingRate;

/**
 * The test signals with which makers of heart-rate meters and arrhythmia monitors describe their products (IEC 60601-2-27,
 * 201.7.9.2.9.101; ANSI/AAMI EC13), generated after the standard's public description. They are not its digitised figures.
 */
public final class TestRhythms {
    /** All tests begin with so much regular rhythm at 80/min, from which a monitor learns. */
    public static final double LEARNING_SECONDS = 40;

    private static final double FIRST_BEAT_SECONDS = 0.5;
    private static final double LEARNING_RR_SECONDS = 0.75;
    private static final double QRS_SECONDS = 0.08;
    private static final double T_MILLIVOLTS = 0.2;

    private TestRhythms() {}

    /** Triangles of {@code millivolts} at {@code perMinute}; the T wave is left out where it would not fit. */
    public static TestWaveform.Builder regular(
            double perMinute,
            double millivolts,
            double widthSeconds,
            double tMillivolts,
            double seconds,
            SamplingRate rate) {
        TestWaveform.Builder signal = TestWaveform.lasting(seconds, rate);
        double rr = 60 / perMinute;
        for (double at = FIRST_BEAT_SECONDS; at < seconds - 0.5; at += rr) {
            signal.triangle(at, millivolts, widthSeconds, rr > 0.4 ? tMillivolts : 0);
        }
        return signal;
    }

    /**
     * 80/min, then {@code perMinute} for {@code afterSeconds}. {@code phaseSeconds} moves the whole against the monitor's own
     * second. The rate changes at {@link #stepSeconds}.
     */
    public static TestWaveform step(double perMinute, double phaseSeconds, double afterSeconds, SamplingRate rate) {
        double step = stepSeconds(phaseSeconds);
        double end = step + afterSeconds;
        TestWaveform.Builder signal = TestWaveform.lasting(end, rate);
        for (double at = FIRST_BEAT_SECONDS + phaseSeconds; at < step + 1e-6; at += LEARNING_RR_SECONDS) {
            signal.triangle(at, 1, QRS_SECONDS, T_MILLIVOLTS);
        }
        for (double at = step + 60 / perMinute; at < end - 0.5; at += 60 / perMinute) {
            signal.triangle(at, 1, QRS_SECONDS, perMinute > 140 ? 0 : T_MILLIVOLTS);
        }
        return signal.build();
    }

    /** The last beat at 80/min. */
    public static double stepSeconds(double phaseSeconds) {
        return FIRST_BEAT_SECONDS + phaseSeconds + 52 * LEARNING_RR_SECONDS;
    }

    /** 3a: ventricular bigeminy, 80/min: beats 0.55 and 0.95 s apart. */
    public static TestWaveform bigeminy(SamplingRate rate) {
        return alternating(0.55, 0.95, 90, rate);
    }

    /** 3b: slow alternating ventricular bigeminy, 60/min. */
    public static TestWaveform slowBigeminy(SamplingRate rate) {
        return alternating(0.7, 1.3, 90, rate);
    }

    /** 3c: rapid alternating ventricular bigeminy, 120/min. */
    public static TestWaveform rapidBigeminy(SamplingRate rate) {
        return alternating(0.4, 0.6, 90, rate);
    }

    private static TestWaveform alternating(double coupling, double pause, double seconds, SamplingRate rate) {
        TestWaveform.Builder signal = TestWaveform.lasting(seconds, rate);
        for (double at = FIRST_BEAT_SECONDS; at + coupling < seconds - 0.5; at += coupling + pause) {
            signal.normal(at, 1, coupling);
            signal.ventricular(at + coupling, 1.3, coupling);
        }
        return signal.build();
    }

    /** 3d: bidirectional systoles, 90/min: ventricular beats up and down in turn. */
    public static TestWaveform bidirectional(SamplingRate rate) {
        double seconds = 90;
        TestWaveform.Builder signal = TestWaveform.lasting(seconds, rate);
        double direction = 1;
        for (double at = FIRST_BEAT_SECONDS; at < seconds - 0.5; at += 60.0 / 90) {
            signal.ventricular(at, 1.2 * direction, 60.0 / 90);
            direction = -direction;
        }
        return signal.build();
    }

    /**
     * 4a, 4b: ventricular tachycardia out of 80/min. Its first beat follows {@link #LEARNING_SECONDS}.
     *
     * @param millivolts height of its complexes; the rhythm before keeps 1 mV
     */
    public static TestWaveform tachycardia(
            double perMinute, double millivolts, double phaseSeconds, SamplingRate rate) {
        return runOf(perMinute, millivolts, 60, phaseSeconds, rate);
    }

    /** A run of {@code beats} ventricular beats out of 80/min, which then goes on. */
    public static TestWaveform runOf(
            double perMinute, double millivolts, int beats, double phaseSeconds, SamplingRate rate) {
        double seconds = stepSeconds(phaseSeconds) + 0.5 + beats * 60 / perMinute + 10;
        TestWaveform.Builder signal = TestWaveform.lasting(seconds, rate);
        double at = FIRST_BEAT_SECONDS + phaseSeconds;
        for (; at < stepSeconds(phaseSeconds) + 1e-6; at += LEARNING_RR_SECONDS) {
            signal.normal(at, 1, LEARNING_RR_SECONDS);
        }
        at += 0.45 - LEARNING_RR_SECONDS;
        for (int beat = 0; beat < beats; beat++) {
            signal.ventricular(at, millivolts, 60 / perMinute);
            at += 60 / perMinute;
        }
        for (at += 0.5; at < seconds - 0.5; at += LEARNING_RR_SECONDS) {
            signal.normal(at, 1, LEARNING_RR_SECONDS);
        }
        return signal.build();
    }

    /** 80/min, and after the beat at {@link #stepSeconds} nothing for {@code afterSeconds}. */
    public static TestWaveform standstill(double phaseSeconds, double afterSeconds, SamplingRate rate) {
        double step = stepSeconds(phaseSeconds);
        TestWaveform.Builder signal = TestWaveform.lasting(step + afterSeconds, rate);
        for (double at = FIRST_BEAT_SECONDS + phaseSeconds; at < step + 1e-6; at += LEARNING_RR_SECONDS) {
            signal.normal(at, 1, LEARNING_RR_SECONDS);
        }
        return signal.build();
    }

    /**
     * A pacemaker that nothing answers: triangles at 80/min up to the one at {@link #stepSeconds}, then pulses alone at the
     * same rate, for 50 s in all.
     */
    public static TestWaveform ineffectivePacing(double pulseMillivolts, SamplingRate rate) {
        double step = stepSeconds(0);
        TestWaveform.Builder signal = TestWaveform.lasting(step + 50, rate);
        double at = FIRST_BEAT_SECONDS;
        for (; at < step + 1e-6; at += LEARNING_RR_SECONDS) {
            signal.triangle(at, 1, 0.1, T_MILLIVOLTS);
        }
        for (; at < step + 49.5; at += LEARNING_RR_SECONDS) {
            signal.pulse(at, pulseMillivolts);
        }
        return signal.build();
    }

    /** {@code perMinute} triangles of 0.5 mV, 100 ms wide, with {@code disturbance} added. */
    public static TestWaveform disturbed(double perMinute, DoubleUnaryOperator disturbance, SamplingRate rate) {
        return regular(perMinute, 0.5, 0.1, 0.1, 90, rate).plus(disturbance).build();
    }
}
