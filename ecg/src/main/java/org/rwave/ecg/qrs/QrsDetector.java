package org.rwave.ecg.qrs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Finds R peaks on the conditioned signal of one or more leads.
 *
 * <p>Delay: a beat is reported 0.3 s after its R peak, a beat found by search-back at most 1.5 typical RR intervals after
 * the beat before it. The first 2.5 s are examined once they are complete.
 */
public final class QrsDetector {
    private static final int REFRACTORY = 36;
    private static final int LEARNING = 450;
    private static final int RING = 128;
    private static final int ENERGY_DELAY = 11;
    private static final int SEARCH_HALF = 13;

    private final int leads;
    private final LeadEnergy[] energies;
    private final double[][] signal;
    private final double[][] energy;
    private final double[] level;
    private final double[][] levels;
    private final double[] floor;
    private final double[] weight;
    private final double[] intervals = new double[8];
    private final Deque<Candidate> passedOver = new ArrayDeque<>();
    private final List<Candidate> learned = new ArrayList<>();
    private final Deque<RPeak> decided = new ArrayDeque<>();

    private long taken;
    private double before;
    private double beforeThat;
    private double pendingHeight;
    private long pendingIndex;
    private boolean isLearning;
    private double noise;
    private int beats;
    private long lastIndex;
    private double lastHeight;

    public QrsDetector(int leads) {
        if (leads < 1) {
            throw new IllegalArgumentException("there must be at least one lead, was " + leads);
        }
        this.leads = leads;
        energies = new LeadEnergy[leads];
        Arrays.setAll(energies, lead -> new LeadEnergy());
        signal = new double[leads][RING];
        energy = new double[leads][RING];
        level = new double[leads];
        levels = new double[leads][8];
        floor = new double[leads];
        weight = new double[leads];
        reset();
    }

    /**
     * Takes the next conditioned sample of each lead.
     *
     * @param usable false for a lead that must not be trusted now
     * @return an R peak that has been decided on; its position lies before this sample
     */
    public Optional<RPeak> accept(double[] conditionedMillivolts, boolean[] usable) {
        double sum = 0;
        double total = 0;
        int slot = (int) (taken & (RING - 1));
        for (int lead = 0; lead < leads; lead++) {
            double now = energies[lead].accept(conditionedMillivolts[lead]);
            signal[lead][slot] = conditionedMillivolts[lead];
            energy[lead][slot] = usable[lead] ? now : 0;
            floor[lead] = Math.max(1e-3, floor[lead] * (now > floor[lead] ? 1.006 : 1 / 1.006));
            if (usable[lead]) {
                sum += weight[lead] * (now / level[lead]) * (now / level[lead]);
                total += weight[lead];
            }
        }
        track(total > 0 ? Math.sqrt(sum / total) : 0);
        taken++;
        return Optional.ofNullable(decided.poll());
    }

    private void track(double fused) {
        if (before > beforeThat && before >= fused && (pendingIndex < 0 || before > pendingHeight)) {
            pendingHeight = before;
            pendingIndex = taken - 1;
        }
        beforeThat = before;
        before = fused;
        if (pendingIndex >= 0 && taken - pendingIndex >= REFRACTORY) {
            commit();
        }
        if (isLearning && taken >= LEARNING) {
            endLearning();
        }
        if (!isLearning) {
            searchBack();
        }
    }

    private void commit() {
        double[] heights = new double[leads];
        for (int lead = 0; lead < leads; lead++) {
            for (int k = -SEARCH_HALF; k <= SEARCH_HALF; k++) {
                heights[lead] = Math.max(heights[lead], energy[lead][(int) ((pendingIndex + k) & (RING - 1))]);
            }
        }
        Candidate candidate = new Candidate(pendingIndex, locate(pendingIndex - ENERGY_DELAY), heights);
        pendingIndex = -1;
        if (isLearning) {
            learned.add(candidate);
        } else {
            decide(candidate);
        }
    }

    private double locate(long center) {
        int best = 0;
        for (int lead = 1; lead < leads; lead++) {
            best = weight[lead] > 2 * weight[best] ? lead : best;
        }
        double mean = 0;
        int half = SEARCH_HALF + 5;
        for (int k = -half; k <= half; k++) {
            mean += signal[best][(int) ((center + k) & (RING - 1))] / (2 * half + 1);
        }
        double height = -1;
        long at = center;
        for (long i = center - SEARCH_HALF; i <= center + SEARCH_HALF; i++) {
            double deflection = Math.abs(signal[best][(int) (i & (RING - 1))] - mean);
            if (deflection > height) {
                height = deflection;
                at = i;
            }
        }
        double left = Math.abs(signal[best][(int) ((at - 1) & (RING - 1))] - mean);
        double right = Math.abs(signal[best][(int) ((at + 1) & (RING - 1))] - mean);
        double curvature = left - 2 * height + right;
        return at + (curvature < 0 && left <= height && right <= height ? 0.5 * (left - right) / curvature : 0);
    }

    private void endLearning() {
        isLearning = false;
        for (int lead = 0; lead < leads; lead++) {
            double[] sorted = new double[learned.size()];
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = learned.get(i).leadHeights[lead];
            }
            Arrays.sort(sorted);
            level[lead] = sorted.length == 0 ? 0.3 : Math.max(0.02, sorted[sorted.length - 1 - sorted.length / 4]);
            Arrays.fill(levels[lead], level[lead]);
        }
        weigh();
        learned.forEach(this::decide);
        learned.clear();
    }

    private void weigh() {
        double total = 0;
        for (int lead = 0; lead < leads; lead++) {
            double ratio = level[lead] / floor[lead];
            weight[lead] = ratio * ratio * ratio * ratio;
            total += weight[lead];
        }
        for (int lead = 0; lead < leads; lead++) {
            weight[lead] /= total;
        }
    }

    private double fused(Candidate candidate) {
        double sum = 0;
        for (int lead = 0; lead < leads; lead++) {
            double relative = candidate.leadHeights[lead] / level[lead];
            sum += weight[lead] * relative * relative;
        }
        return Math.sqrt(sum);
    }

    private void decide(Candidate candidate) {
        double height = fused(candidate);
        boolean isTWave = candidate.peakIndex - lastIndex < 65 && height < 0.5 * lastHeight;
        if (!isTWave && height > noise + 0.38 * (1 - noise)) {
            accept(candidate, height, false);
        } else {
            noise += 0.125 * (Math.min(height, 1) - noise);
            passedOver.add(candidate);
            if (passedOver.size() > 16) {
                passedOver.remove();
            }
        }
    }

    private void accept(Candidate candidate, double height, boolean bySearchBack) {
        if (beats > 0) {
            intervals[beats & 7] = candidate.peakIndex - lastIndex;
        }
        lastIndex = candidate.peakIndex;
        lastHeight = height;
        for (int lead = 0; lead < leads; lead++) {
            levels[lead][beats & 7] = Math.min(candidate.leadHeights[lead], 2 * level[lead]);
            double[] sorted = levels[lead].clone();
            Arrays.sort(sorted);
            level[lead] = Math.max(0.02, sorted[4]);
        }
        beats++;
        weigh();
        decided.add(new RPeak(candidate.position, bySearchBack));
        passedOver.removeIf(other -> other.peakIndex <= candidate.peakIndex);
    }

    private double typicalInterval() {
        double[] sorted = intervals.clone();
        Arrays.sort(sorted);
        return beats > 8 ? sorted[4] : 180;
    }

    private void searchBack() {
        if (passedOver.isEmpty() || beats == 0 || taken - lastIndex - REFRACTORY < 1.5 * typicalInterval()) {
            return;
        }
        Candidate best = null;
        double bestHeight = 0.5 * (noise + 0.38 * (1 - noise));
        for (Candidate candidate : passedOver) {
            double height = fused(candidate);
            if (candidate.peakIndex - lastIndex > 65 && height > bestHeight) {
                best = candidate;
                bestHeight = height;
            }
        }
        if (best != null) {
            accept(best, bestHeight, true);
        }
    }

    /** The signal has ended: decides what is still open. */
    public List<RPeak> finish() {
        if (pendingIndex >= 0) {
            commit();
        }
        if (isLearning) {
            endLearning();
        }
        List<RPeak> rest = List.copyOf(decided);
        decided.clear();
        return rest;
    }

    /** Whether the first seconds are still being collected. */
    public boolean isLearning() {
        return isLearning;
    }

    /** Forgets everything: the next sample has position 0. */
    public void reset() {
        for (int lead = 0; lead < leads; lead++) {
            energies[lead].reset();
            Arrays.fill(signal[lead], 0);
            Arrays.fill(energy[lead], 0);
            Arrays.fill(levels[lead], 1);
        }
        Arrays.fill(level, 1);
        Arrays.fill(floor, 0.05);
        Arrays.fill(weight, 1.0 / leads);
        Arrays.fill(intervals, 0);
        passedOver.clear();
        learned.clear();
        decided.clear();
        taken = 0;
        before = 0;
        beforeThat = 0;
        pendingHeight = 0;
        pendingIndex = -1;
        isLearning = true;
        noise = 0.1;
        beats = 0;
        lastIndex = -1000;
        lastHeight = 0;
    }

    public void save(SnapshotWriter out) {
        for (int lead = 0; lead < leads; lead++) {
            energies[lead].save(out);
            out.putDoubles(signal[lead]).putDoubles(energy[lead]).putDoubles(levels[lead]);
        }
        out.putDoubles(level).putDoubles(floor).putDoubles(weight).putDoubles(intervals);
        save(passedOver, out);
        save(learned, out);
        out.putInt(decided.size());
        decided.forEach(peak -> out.putDouble(peak.position()).putBoolean(peak.foundBySearchBack()));
        out.putLong(taken).putDouble(before).putDouble(beforeThat).putDouble(pendingHeight);
        out.putLong(pendingIndex).putBoolean(isLearning).putDouble(noise).putInt(beats);
        out.putLong(lastIndex).putDouble(lastHeight);
    }

    private static void save(java.util.Collection<Candidate> candidates, SnapshotWriter out) {
        out.putInt(candidates.size());
        candidates.forEach(candidate -> candidate.save(out));
    }

    private void load(java.util.Collection<Candidate> candidates, SnapshotReader in) {
        candidates.clear();
        for (int left = in.getInt(); left > 0; left--) {
            candidates.add(Candidate.load(in, leads));
        }
    }

    /** Continues from what {@link #save} wrote for the same number of leads. */
    public void load(SnapshotReader in) {
        for (int lead = 0; lead < leads; lead++) {
            energies[lead].load(in);
            in.getDoubles(signal[lead]);
            in.getDoubles(energy[lead]);
            in.getDoubles(levels[lead]);
        }
        in.getDoubles(level);
        in.getDoubles(floor);
        in.getDoubles(weight);
        in.getDoubles(intervals);
        load(passedOver, in);
        load(learned, in);
        decided.clear();
        for (int left = in.getInt(); left > 0; left--) {
            decided.add(new RPeak(in.getDouble(), in.getBoolean()));
        }
        taken = in.getLong();
        before = in.getDouble();
        beforeThat = in.getDouble();
        pendingHeight = in.getDouble();
        pendingIndex = in.getLong();
        isLearning = in.getBoolean();
        noise = in.getDouble();
        beats = in.getInt();
        lastIndex = in.getLong();
        lastHeight = in.getDouble();
    }
}
