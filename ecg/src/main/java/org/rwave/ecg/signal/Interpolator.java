package org.rwave.ecg.signal;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Streaming change of sampling rate to {@link Conditioner#CONDITIONED_RATE}, all leads on one time axis. The input must
 * have been low-passed well below 90 Hz and half its own rate.
 *
 * <p>Output k lies at native position k * rate / 180. Between samples: Lagrange interpolation over six native samples,
 * three on either side, so an output waits for three samples after it; before the first sample the signal counts as 0.
 */
final class Interpolator {
    private static final int POINTS = 6;
    private static final int AHEAD = 3;

    /** Ring length, a power of two that holds {@link #POINTS}. */
    private static final int RING = 8;

    private final double nativeHertz;
    private final boolean isExactDivision;
    private final int leads;
    private final double[] ring;
    private final double[] weights = new double[POINTS];

    /** {@code [lead][output]}. */
    private final double[][] outputs;

    private final int[] frames;

    private long taken;
    private long given;
    private double nextPosition;

    Interpolator(SamplingRate rate, int leads) {
        nativeHertz = rate.hertz();
        isExactDivision = nativeHertz % Conditioner.CONDITIONED_RATE.hertz() == 0;
        this.leads = leads;
        ring = new double[RING * leads];
        double outputsAFrame = Conditioner.CONDITIONED_RATE.hertz() / nativeHertz;
        int most = (int) Math.ceil(Conditioner.LONGEST_RUN * outputsAFrame) + 1;
        outputs = new double[leads][most];
        frames = new int[most];
    }

    /** Takes {@code count} native frames, {@code [lead][frame]}; returns how many outputs they made available. */
    int accept(double[][] run, int count) {
        return isExactDivision ? pick(run, count) : interpolate(run, count);
    }

    /** Every n-th frame as it is. */
    private int pick(double[][] run, int count) {
        int step = (int) (nativeHertz / Conditioner.CONDITIONED_RATE.hertz());
        int ready = 0;
        for (int frame = (int) (given * step - taken); frame < count; frame += step) {
            for (int lead = 0; lead < leads; lead++) {
                outputs[lead][ready] = run[lead][frame];
            }
            frames[ready++] = frame;
        }
        taken += count;
        given += ready;
        return ready;
    }

    private int interpolate(double[][] run, int count) {
        int ready = 0;
        for (int frame = 0; frame < count; frame++) {
            int slot = slot(taken);
            for (int lead = 0; lead < leads; lead++) {
                ring[slot + lead] = run[lead][frame];
            }
            taken++;
            while ((long) nextPosition + AHEAD < taken) {
                frames[ready] = frame;
                interpolate(ready++);
                given++;
                nextPosition = given * nativeHertz / Conditioner.CONDITIONED_RATE.hertz();
            }
        }
        return ready;
    }

    private void interpolate(int output) {
        long base = (long) nextPosition;
        double fraction = nextPosition - base;
        if (fraction == 0) {
            for (int lead = 0; lead < leads; lead++) {
                outputs[lead][output] = ring[slot(base) + lead];
            }
            return;
        }
        lagrange(fraction);
        for (int lead = 0; lead < leads; lead++) {
            double sum = 0;
            for (int i = 0; i < POINTS; i++) {
                sum += weights[i] * ring[slot(base - 2 + i) + lead];
            }
            outputs[lead][output] = sum;
        }
    }

    private int slot(long index) {
        return (int) (index & (RING - 1)) * leads;
    }

    /** Weights of the samples at -2 .. 3 for position {@code x} in [0, 1). */
    private void lagrange(double x) {
        double m2 = x + 2;
        double m1 = x + 1;
        double p1 = x - 1;
        double p2 = x - 2;
        double p3 = x - 3;
        weights[0] = -m1 * x * p1 * p2 * p3 / 120;
        weights[1] = m2 * x * p1 * p2 * p3 / 24;
        weights[2] = -m2 * m1 * p1 * p2 * p3 / 12;
        weights[3] = m2 * m1 * x * p2 * p3 / 12;
        weights[4] = -m2 * m1 * x * p1 * p3 / 24;
        weights[5] = m2 * m1 * x * p1 * p2 / 120;
    }

    double output(int k, int lead) {
        return outputs[lead][k];
    }

    /** The outputs, {@code [lead][output]}, those of the last {@link #accept} first; not to be changed. */
    double[][] outputs() {
        return outputs;
    }

    /** Which of the frames last taken made output {@code k} available. */
    int frameOf(int k) {
        return frames[k];
    }

    void reset() {
        Arrays.fill(ring, 0);
        taken = 0;
        given = 0;
        nextPosition = 0;
    }

    void save(SnapshotWriter out) {
        out.putLong(taken).putLong(given);
        if (!isExactDivision) {
            out.putDoubles(ring);
        }
    }

    void load(SnapshotReader in) {
        taken = in.getLong();
        given = in.getLong();
        if (!isExactDivision) { // else an output is the frame just taken, and nothing older is needed
            in.getDoubles(ring);
        }
        nextPosition = given * nativeHertz / Conditioner.CONDITIONED_RATE.hertz();
    }
}
