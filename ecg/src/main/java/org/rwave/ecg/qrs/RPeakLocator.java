package org.rwave.ecg.qrs;

/** Finds the major deflection of a candidate whose energy peak is known, and how long the burst of energy lasts. */
final class RPeakLocator {
    /** By how many samples the energy lags the signal: half its window and the group delay of its filters. */
    private static final int ENERGY_DELAY = 11;

    private static final int BURST_HALF = 24;
    private static final double BURST_EDGE = 0.3;
    private static final int SEARCH_HALF = 21;

    /** The deflection counts from the mean of 27 samples (150 ms), so that a broad S or ST does not beat a sharp R. */
    private static final int BASELINE_HALF = 13;

    /** Annotators prefer the upright deflection (fitted on MIT-BIH). */
    private static final double UPRIGHT_BONUS = 1.3;

    /** The first lead decides unless another one counts this many times more. */
    private static final double FIRST_LEAD_PREFERENCE = 8;

    private static final ThreadLocal<Stretches> STRETCHES = ThreadLocal.withInitial(Stretches::new);

    private final Leads leads;
    private long center;
    private double position;
    private int burstSamples;

    /** What is looked at of the signal: a work area of the thread. */
    private static final class Stretches {
        final double[] burst = new double[2 * BURST_HALF + 1];
        final double[] deflection = new double[2 * SEARCH_HALF + 3];
        final double[] complex = new double[2 * SEARCH_HALF + 1];
        final double[] surroundings = new double[deflection.length + 2 * BASELINE_HALF + 1];
    }

    RPeakLocator(Leads leads) {
        this.leads = leads;
    }

    /** Looks at the energy peak that {@code leads} was last polled about. */
    void locate(long peak) {
        center = burstCenter(peak) - ENERGY_DELAY;
        double[] deflection = measureDeflection(leads.tracks[decidingLead()]);
        int best = 1;
        for (int k = 2; k <= 2 * SEARCH_HALF + 1; k++) {
            best = deflection[k] > deflection[best] ? k : best;
        }
        position = center + best - SEARCH_HALF - 1 + vertex(deflection, best);
    }

    /** Centre of gravity of the burst: the stretch around the peak that stays above 30 % of its squared height. */
    private long burstCenter(long peak) {
        double[] burst = STRETCHES.get().burst;
        for (int k = 0; k < burst.length; k++) {
            long index = peak + k - BURST_HALF;
            burst[k] =
                    k > 0 && LeadTrack.isSameEnergy(index) ? burst[k - 1] : leads.fusedSquare(index, Double.MAX_VALUE);
        }
        double top = 0;
        for (int k = BURST_HALF - 3; k <= BURST_HALF + 3; k++) {
            top = Math.max(top, burst[k]);
        }
        int from = BURST_HALF;
        while (from > 0 && isWithin(burst[from - 1], top)) {
            from--;
        }
        int to = BURST_HALF;
        while (to < 2 * BURST_HALF && isWithin(burst[to + 1], top)) {
            to++;
        }
        burstSamples = to - from;
        double mass = 0;
        double moment = 0;
        for (int k = from; k <= to; k++) {
            double excess = Math.max(0, burst[k] - BURST_EDGE * top);
            mass += excess;
            moment += excess * (k - BURST_HALF);
        }
        return mass > 0 ? Math.round(peak + moment / mass) : peak;
    }

    /** Not beyond the edge, and not yet on the flank of a greater neighbour. */
    private static boolean isWithin(double square, double top) {
        return square > BURST_EDGE * top && square <= 1.05 * top;
    }

    /** From the lowest to the highest sample within 117 ms of the middle, of the lead where that is most, millivolts. */
    double peakToPeak() {
        double[] complex = STRETCHES.get().complex;
        double greatest = 0;
        for (LeadTrack track : leads.tracks) {
            track.signal(center - SEARCH_HALF, complex.length, complex);
            double low = complex[0];
            double high = complex[0];
            for (double millivolts : complex) {
                low = Math.min(low, millivolts);
                high = Math.max(high, millivolts);
            }
            greatest = Math.max(greatest, high - low);
        }
        return greatest;
    }

    private int decidingLead() {
        int deciding = 0;
        for (int lead = 1; lead < leads.tracks.length; lead++) {
            deciding = leads.vote(lead) > FIRST_LEAD_PREFERENCE * leads.vote(deciding) ? lead : deciding;
        }
        return deciding;
    }

    /** How far the signal deviates from its surroundings, from one sample before the searched stretch to one behind it. */
    private double[] measureDeflection(LeadTrack track) {
        double[] deflection = STRETCHES.get().deflection;
        double[] surroundings = STRETCHES.get().surroundings;
        int baseline = 2 * BASELINE_HALF + 1;
        track.signal(center - SEARCH_HALF - 1 - BASELINE_HALF, surroundings.length, surroundings);
        double sum = 0;
        for (int k = 0; k < baseline; k++) {
            sum += surroundings[k];
        }
        for (int k = 0; k < deflection.length; k++) {
            double above = surroundings[k + BASELINE_HALF] - sum / baseline;
            deflection[k] = above > 0 ? UPRIGHT_BONUS * above : -above;
            sum += surroundings[k + baseline] - surroundings[k];
        }
        return deflection;
    }

    /** Offset of the vertex of the parabola through three points, in samples. */
    private static double vertex(double[] deflection, int best) {
        double curvature = deflection[best - 1] - 2 * deflection[best] + deflection[best + 1];
        double offset = curvature < 0 ? 0.5 * (deflection[best - 1] - deflection[best + 1]) / curvature : 0;
        return Math.abs(offset) <= 0.5 ? offset : 0;
    }

    /** Conditioned position of the major deflection. */
    double position() {
        return position;
    }

    /** The conditioned sample at the middle of the complex. */
    long center() {
        return center;
    }

    /** Length of the burst of energy. */
    int burstSamples() {
        return burstSamples;
    }
}
