package org.rwave.ecg.qrs;

import java.util.Arrays;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** All leads of a patient, fused sample by sample for picking peaks and once more, with hindsight, for each candidate. */
final class Leads {
    /** One lead can outvote the rest by at most this multiple of its typical complex. */
    private static final double GREATEST_VOTE = 2;

    /** Samples around a candidate from which its background is taken, the complex itself left out. */
    private static final int BACKGROUND_BEFORE = 90;

    private static final int BACKGROUND_AFTER = 60;
    private static final int COMPLEX_HALF = 18;

    /** Samples by which the energy of a complex may peak apart in two leads. */
    private static final int SPREAD = 8;

    private static final double LOWEST_BACKGROUND_MILLIVOLTS = 0.002;

    final LeadTrack[] tracks;
    private final double[] weights;
    private final double[] totals = new double[QrsDetector.LONGEST_RUN];
    private final double[] votes;
    private final double[] heights;
    private double logBackground;

    Leads(int leads) {
        tracks = new LeadTrack[leads];
        Arrays.setAll(tracks, lead -> new LeadTrack());
        weights = new double[leads];
        votes = new double[leads];
        heights = new double[leads];
        reset();
    }

    /** Works out the energy of {@code lead} over the next {@code count} samples; {@link #accept} takes them one by one. */
    void prepare(int lead, double[] millivolts, int count) {
        tracks[lead].prepare(millivolts, count);
    }

    /**
     * Takes the next {@code count} conditioned frames of those prepared, {@code [lead][frame]}; puts the fused energy at each,
     * in typical complexes, at the front of {@code into}. The rest as in {@link LeadTrack#accept}.
     */
    void accept(
            long index,
            double[][] millivolts,
            int from,
            int count,
            boolean[] usable,
            int settledBehind,
            long settling,
            double[] into) {
        Arrays.fill(into, 0, count, 0);
        Arrays.fill(totals, 0, count, 0);
        for (int lead = 0; lead < tracks.length; lead++) {
            LeadTrack track = tracks[lead];
            track.accept(index, millivolts[lead], from, count, usable[lead], settledBehind, settling);
            weights[lead] = usable[lead]
                    ? track.fuse(index, count, weights[lead], GREATEST_VOTE, into, totals)
                    : track.weightBehind(index, count, weights[lead]);
        }
        for (int i = 0; i < count; i++) {
            into[i] = totals[i] > 0 ? Math.sqrt(into[i] / totals[i]) : 0;
        }
    }

    void weigh() {
        for (int lead = 0; lead < tracks.length; lead++) {
            weights[lead] = tracks[lead].weight();
        }
    }

    /**
     * Decides how far each lead counts around {@code peak}: the less it moves outside the complex, in the second around it
     * and over the last seconds, the more. An artefact in one lead is thereby outvoted by a quiet other lead.
     *
     * @return whether any lead counts
     */
    boolean poll(long peak, long lastBeat) {
        double total = 0;
        logBackground = 0;
        for (int lead = 0; lead < tracks.length; lead++) {
            LeadTrack track = tracks[lead];
            heights[lead] = track.greatestEnergy(peak - SPREAD, peak + SPREAD);
            double background = background(track, peak, lastBeat);
            double unrest = Math.pow(background, 0.4) * Math.pow(track.disturbance(), 0.3) + 0.05;
            votes[lead] = track.isUsableSince(peak - COMPLEX_HALF) ? 1 / (unrest * unrest * unrest) : 0;
            total += votes[lead];
            logBackground += votes[lead] * Math.log(background);
        }
        if (total == 0) {
            return false;
        }
        logBackground /= total;
        for (int lead = 0; lead < tracks.length; lead++) {
            votes[lead] /= total;
        }
        return true;
    }

    private static double background(LeadTrack track, long peak, long lastBeat) {
        double sum = 0;
        int count = 0;
        for (int k = -BACKGROUND_BEFORE; k <= BACKGROUND_AFTER; k += 2) {
            if (Math.abs(k) > COMPLEX_HALF && Math.abs(peak + k - lastBeat) > COMPLEX_HALF) {
                sum += track.relativeEnergy(peak + k);
                count++;
            }
        }
        return Math.max(sum / count, LOWEST_BACKGROUND_MILLIVOLTS / track.level());
    }

    /** Share of {@code lead} in what the last {@link #poll} was about; all shares add up to 1. */
    double vote(int lead) {
        return votes[lead];
    }

    /** Height of the polled peak in {@code lead}, in its typical complexes. */
    double height(int lead) {
        return heights[lead];
    }

    /** Height of the polled peak, in typical complexes: leads fused by their votes. */
    double fusedHeight() {
        double sum = 0;
        for (int lead = 0; lead < tracks.length; lead++) {
            double relative = Math.min(GREATEST_VOTE, heights[lead]);
            sum += votes[lead] * relative * relative;
        }
        return Math.max(1e-3, Math.sqrt(sum));
    }

    /** Height of the polled peak with all leads counted alike. */
    double plainHeight() {
        double sum = 0;
        for (double height : heights) {
            sum += Math.min(GREATEST_VOTE, height) / heights.length;
        }
        return sum;
    }

    /** Natural logarithm of the polled peak's background, in typical complexes. */
    double logBackground() {
        return logBackground;
    }

    /** Fused energy at {@code index}, squared, with the votes of the last {@link #poll}. */
    double fusedSquare(long index, double limit) {
        double sum = 0;
        for (int lead = 0; lead < tracks.length; lead++) {
            double relative = Math.min(limit, tracks[lead].relativeEnergy(index));
            sum += votes[lead] * relative * relative;
        }
        return sum;
    }

    /** The greatest fused energy from {@code from} to {@code to}, both included. */
    double greatestFused(long from, long to) {
        double greatest = 0;
        for (long index = from; index <= to; index = LeadTrack.nextEnergy(index)) {
            greatest = Math.max(greatest, fusedSquare(index, GREATEST_VOTE));
        }
        return Math.sqrt(greatest);
    }

    void reset() {
        for (LeadTrack track : tracks) {
            track.reset();
        }
        weigh();
    }

    void save(SnapshotWriter out, long signalFrom, long energyFrom, long end) {
        for (LeadTrack track : tracks) {
            track.save(out, signalFrom, energyFrom, end);
        }
        out.putDoubles(weights);
    }

    void load(SnapshotReader in, long signalFrom, long energyFrom, long end) {
        for (LeadTrack track : tracks) {
            track.load(in, signalFrom, energyFrom, end);
        }
        in.getDoubles(weights);
    }
}
