package org.rwave.ecg.signal;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Takes the pulses of pacemakers out of one lead at its native rate: a pacemaker goes on when the heart does not answer any
 * more, and a detector that counts its pulses shows a rate where there is none.
 *
 * <p>A pulse lasts at most 2 ms (IEC 60601-2-27, 201.12.1.101.13): out of rest the voltage jumps within one sample by more
 * than a QRS complex can, and is back at once. From such a jump on the voltage before it is given out, until the voltage is
 * back, but no longer than a pulse may last; what is not back by then was none, and goes on as it is. Nothing is delayed.
 */
final class PulseBlanker {
    private static final double LEAST_JUMP_MILLIVOLTS = 0.5;

    /** A complex of 5 mV, the largest that is to be detected, rises in 20 ms or more: 250 mV/s. */
    private static final double STEEPEST_QRS = 300;

    private static final double REST_MILLIVOLTS = 0.2;
    private static final double LONGEST_PULSE_SECONDS = 0.002;

    private final double jump;
    private final int longestPulse;
    private double last;
    private double beforeLast;
    private int blanked;

    PulseBlanker(SamplingRate rate) {
        jump = Math.max(LEAST_JUMP_MILLIVOLTS, STEEPEST_QRS / rate.hertz());
        longestPulse = 1 + (int) Math.ceil(LONGEST_PULSE_SECONDS * rate.hertz()); // it may begin between two samples
        reset();
    }

    /**
     * Blanks pulses in the next {@code count} samples, in their place, NaN where one is missing.
     *
     * @return whether one is missing
     */
    boolean blank(double[] millivolts, int count) {
        int steady = blanked > 0 ? 0 : steadySamples(millivolts, count);
        if (steady > 0) {
            beforeLast = steady > 1 ? millivolts[steady - 2] : last;
            last = millivolts[steady - 1];
        }
        boolean anyMissing = false;
        for (int i = steady; i < count; i++) {
            anyMissing |= Double.isNaN(millivolts[i]);
            millivolts[i] = blank(millivolts[i]);
        }
        return anyMissing;
    }

    /** How many of the samples come before the first jump and the first missing one. */
    private int steadySamples(double[] millivolts, int count) {
        double before = last;
        for (int i = 0; i < count; i++) {
            double now = millivolts[i];
            if (!(Math.abs(now - before) < jump)) {
                return i;
            }
            before = now;
        }
        return count;
    }

    private double blank(double millivolts) {
        if (blanked > 0) {
            return blankOn(millivolts);
        }
        boolean isPulse = Math.abs(millivolts - last) >= jump
                && Math.abs(last - beforeLast) < REST_MILLIVOLTS; // false where one of them is missing
        if (isPulse) {
            blanked = 1;
            return last;
        }
        return pass(millivolts);
    }

    private double blankOn(double millivolts) {
        boolean isBack = Math.abs(millivolts - last) < jump / 2;
        if (!isBack && blanked < longestPulse && !Double.isNaN(millivolts)) {
            blanked++;
            return last;
        }
        blanked = 0;
        if (!isBack) {
            last = Double.NaN; // no pulse can begin here
        }
        return pass(millivolts);
    }

    private double pass(double millivolts) {
        beforeLast = last;
        last = millivolts;
        return millivolts;
    }

    void reset() {
        last = Double.NaN;
        beforeLast = Double.NaN;
        blanked = 0;
    }

    void save(SnapshotWriter out) {
        out.putDouble(last).putDouble(beforeLast).putByte(blanked);
    }

    void load(SnapshotReader in) {
        last = in.getDouble();
        beforeLast = in.getDouble();
        blanked = in.getByte();
    }
}
