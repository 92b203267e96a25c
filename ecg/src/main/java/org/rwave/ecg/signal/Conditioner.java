package org.rwave.ecg.signal;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Brings frames at the source's rate to the conditioned signal: 0.5 to 40 Hz, 180 samples a second, millivolts. Causal.
 *
 * <p>Each lead passes a second-order Butterworth high-pass and a fourth-order Butterworth low-pass at the native rate,
 * then fifth-order Lagrange interpolation to the 180 Hz grid; where the native rate is a multiple of 180, every n-th
 * sample is taken as it is. Conditioned sample 0 lies at the first frame after a reset. Delay: 11 ms of filters in the
 * QRS band, which {@link #toSourceOffset} takes out again, and at most 4 native samples of interpolation.
 *
 * <p>A missing sample (NaN) repeats the lead's last one for up to 50 ms; in a longer dropout the lead is off and its
 * conditioned value is 0 until its next sample, which starts that lead's filters anew.
 */
public final class Conditioner {
    /** Samples per second of the conditioned signal. */
    public static final SamplingRate CONDITIONED_RATE = new SamplingRate(180);

    /** Where the energy of a QRS complex lies (Thakor et al. 1984: 5 to 15 Hz, most at 10 to 17 Hz). */
    private static final double QRS_HERTZ = 12;

    /** Most frames that can be taken at once. */
    public static final int LONGEST_RUN = 40;

    private static final double LOWEST_HERTZ = 100;
    private static final double HIGHEST_HERTZ = 2000;

    private final SamplingRate rate;
    private final LeadFilter[] filters;
    private final Interpolator interpolator;
    private final double[][] single;
    private final double delaySamples;

    /**
     * @throws IllegalArgumentException when {@code rate} is outside 100 to 2000 Hz or there is no lead
     */
    public Conditioner(SamplingRate rate, int leads) {
        if (!(rate.hertz() >= LOWEST_HERTZ && rate.hertz() <= HIGHEST_HERTZ)) {
            throw new IllegalArgumentException("sampling rate must be between 100 and 2000 Hz, was " + rate.hertz());
        }
        if (leads < 1) {
            throw new IllegalArgumentException("there must be at least one lead, was " + leads);
        }
        this.rate = rate;
        filters = new LeadFilter[leads];
        Arrays.setAll(filters, lead -> new LeadFilter(rate, QRS_HERTZ));
        interpolator = new Interpolator(rate, leads);
        single = new double[leads][1];
        delaySamples = filters[0].delaySamples();
    }

    /**
     * Takes one native frame.
     *
     * @param millivolts one value per lead, NaN where the sample is missing
     * @return how many conditioned samples this made available; {@link #conditioned} reads them until the next call
     */
    public int accept(double[] millivolts) {
        for (int lead = 0; lead < filters.length; lead++) {
            single[lead][0] = millivolts[lead];
        }
        return accept(single, 1);
    }

    /**
     * Takes {@code count} native frames, at most {@link #LONGEST_RUN}; the same as one after the other, but faster.
     *
     * @param millivolts {@code [lead][frame]}, NaN where the sample is missing; overwritten
     * @return how many conditioned samples this made available; {@link #conditioned} reads them until the next call
     */
    public int accept(double[][] millivolts, int count) {
        if (count > LONGEST_RUN) {
            throw new IllegalArgumentException("at most " + LONGEST_RUN + " frames at a time, was " + count);
        }
        for (int lead = 0; lead < filters.length; lead++) {
            filters[lead].filter(millivolts[lead], count);
        }
        return interpolator.accept(millivolts, count);
    }

    /** Which of the frames of the last {@link #accept}, from 0, made its {@code k}-th conditioned sample available. */
    public int frameOf(int k) {
        return interpolator.frameOf(k);
    }

    /** What {@link #conditioned(int, int)} reads, {@code [lead][sample]}; not to be changed. */
    public double[][] conditioned() {
        return interpolator.outputs();
    }

    /** Millivolts of {@code lead} in the {@code k}-th (from 0) of the conditioned samples of the last {@link #accept}. */
    public double conditioned(int k, int lead) {
        return interpolator.output(k, lead);
    }

    /**
     * The place on the source's axis, in native samples since reset, of what shows at {@code conditionedPosition}: an R
     * peak maps to the R peak of the raw signal.
     */
    public double toSourceOffset(double conditionedPosition) {
        return conditionedPosition * rate.hertz() / CONDITIONED_RATE.hertz() - delaySamples;
    }

    /** The inverse of {@link #toSourceOffset}: where the raw signal's sample {@code sourceOffset} shows. */
    public double toConditioned(double sourceOffset) {
        return (sourceOffset + delaySamples) * CONDITIONED_RATE.hertz() / rate.hertz();
    }

    /** Forgets everything: the next frame is conditioned sample 0. */
    public void reset() {
        for (LeadFilter filter : filters) {
            filter.reset();
        }
        interpolator.reset();
    }

    public void save(SnapshotWriter out) {
        for (LeadFilter filter : filters) {
            filter.save(out);
        }
        interpolator.save(out);
    }

    /** Continues from what {@link #save} wrote for the same rate and number of leads. */
    public void load(SnapshotReader in) {
        for (LeadFilter filter : filters) {
            filter.load(in);
        }
        interpolator.load(in);
    }
}
