package org.rwave.ecg.signal;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * High-pass and low-pass of one lead at its native rate, with short dropouts bridged and pacemaker pulses blanked.
 *
 * <p>A missing sample repeats the last one for up to 50 ms, so that a lost sample does not ring through the filters.
 * After that the lead is off: the output is 0 until a sample comes, and that sample starts the filters anew. The first
 * sample after a start is taken as the lead's level from ever before, so there is no step.
 */
final class LeadFilter {
    /** Corner of the high-pass, the lower limit of bedside monitors (IEC 60601-2-27 "monitoring" bandwidth). */
    static final double HIGH_PASS_HERTZ = 0.5;

    /** Corner of the low-pass, the upper limit of the same bandwidth. */
    static final double LOW_PASS_HERTZ = 40;

    static final double BRIDGED_SECONDS = 0.05;

    /** Quality of the sections of a fourth-order Butterworth low-pass. */
    private static final double[] FOURTH_ORDER = {0.54119610, 1.3065630};

    /** Keeps the recursions out of subnormal numbers, which are a hundred times slower, on a dead-flat lead. */
    private static final double FLOOR_MILLIVOLTS = 1e-18;

    private final PulseBlanker pulses;
    private final Biquad highPass;
    private final Biquad lowPass1;
    private final Biquad lowPass2;
    private final int bridgedSamples;
    private final double delaySamples;

    private boolean running;
    private double level;
    private double last;
    private int missing;

    LeadFilter(SamplingRate rate, double delayAtHertz) {
        pulses = new PulseBlanker(rate);
        double corner = Math.min(LOW_PASS_HERTZ, 0.35 * rate.hertz());
        highPass = Biquad.highPass(rate, HIGH_PASS_HERTZ, Math.sqrt(0.5));
        lowPass1 = Biquad.lowPass(rate, corner, FOURTH_ORDER[0]);
        lowPass2 = Biquad.lowPass(rate, corner, FOURTH_ORDER[1]);
        bridgedSamples = (int) Math.ceil(BRIDGED_SECONDS * rate.hertz());
        delaySamples = highPass.groupDelaySamples(rate, delayAtHertz)
                + lowPass1.groupDelaySamples(rate, delayAtHertz)
                + lowPass2.groupDelaySamples(rate, delayAtHertz);
    }

    /**
     * Puts the next {@code count} outputs in millivolts in the place of as many inputs; NaN stands for a missing sample.
     */
    void filter(double[] millivolts, int count) {
        boolean anyMissing = pulses.blank(millivolts, count);
        if (!running || missing > 0 || anyMissing) {
            for (int i = 0; i < count; i++) {
                millivolts[i] = filter(millivolts[i]);
            }
            return;
        }
        last = millivolts[count - 1];
        for (int i = 0; i < count; i++) {
            millivolts[i] -= level;
        }
        Biquad.filter(highPass, lowPass1, lowPass2, FLOOR_MILLIVOLTS, millivolts, count);
    }

    private double filter(double millivolts) {
        if (Double.isNaN(millivolts)) {
            if (!running || ++missing > bridgedSamples) {
                running = false;
                return 0;
            }
        } else if (running) {
            missing = 0;
            last = millivolts;
        } else {
            start(millivolts);
        }
        double passed = highPass.filter(last - level + FLOOR_MILLIVOLTS);
        return lowPass2.filter(lowPass1.filter(passed + FLOOR_MILLIVOLTS));
    }

    private void start(double millivolts) {
        resetFilters();
        running = true;
        level = millivolts;
        last = millivolts;
    }

    /** Group delay in samples at the frequency given to the constructor. */
    double delaySamples() {
        return delaySamples;
    }

    void reset() {
        pulses.reset();
        resetFilters();
    }

    private void resetFilters() {
        highPass.reset();
        lowPass1.reset();
        lowPass2.reset();
        running = false;
        level = 0;
        last = 0;
        missing = 0;
    }

    void save(SnapshotWriter out) {
        pulses.save(out);
        highPass.save(out);
        lowPass1.save(out);
        lowPass2.save(out);
        out.putBoolean(running).putDouble(level).putDouble(last).putInt(missing);
    }

    void load(SnapshotReader in) {
        pulses.load(in);
        highPass.load(in);
        lowPass1.load(in);
        lowPass2.load(in);
        running = in.getBoolean();
        level = in.getDouble();
        last = in.getDouble();
        missing = in.getInt();
    }
}
