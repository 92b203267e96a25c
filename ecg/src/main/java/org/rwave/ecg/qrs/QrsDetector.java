package org.rwave.ecg.qrs;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Finds R peaks on the conditioned signal of one or more leads.
 *
 * <p>Energy of all leads in the QRS band is fused, weighted by each lead's signal to noise; every dominant maximum is a
 * candidate. 0.39 s later, with what follows it in view, it is weighed by {@link Evidence}. Candidates passed over are
 * reconsidered when the next beat seems overdue (search-back, Pan &amp; Tompkins 1985).
 *
 * <p>Delay: at most 0.6 s from the R peak to the report; with search-back, at most 1.4 typical RR intervals (never more
 * than 2.1 s) plus 0.39 s after the beat before. The first 2.25 s are examined when they are complete. A lead counts only
 * where it was usable throughout the complex; where no lead does, nothing is found. After 2 s without a beat the
 * expected height of a complex falls to what the signal offers, by at most 70 %, and by 30 % every further 2 s. What is lower
 * than 0.18 mV on every lead is no complex.
 */
public final class QrsDetector {
    /** Most samples that can be prepared at once. */
    public static final int LONGEST_RUN = 80;

    /** Most samples between two looks at what there is to do: a peak is examined later than this after it is picked. */
    private static final int LONGEST_STEADY_RUN = 32;

    private static final int LEARNING = 405;
    private static final int LOOK_AHEAD = 70;
    private static final int RELEARNING = 360;
    private static final double FIRST_RELEARNING_SHARE = 0.3;
    private static final double LATER_RELEARNING_SHARE = 0.7;

    /** Energy that noise of an idle input does not reach, millivolts. */
    private static final double LOWEST_RELEARNED_LEVEL = 0.04;

    /** Samples before a peak that its examination looks at: background, or middle of the complex and baseline. */
    private static final int SIGNAL_BEFORE = 100;

    private static final int SLOPE_HALF = 14;
    private static final int BEAT_SURROUNDINGS = 20;
    private static final int DISTURBANCE_DELAY = LOOK_AHEAD + 24;
    private static final int PASSED_OVER = 8;
    private static final double OVERDUE = 1.4;
    private static final double LONGEST_INTERVAL = 270;
    private static final int SEARCH_BACK_REFRACTORY = 50;
    private static final double LEAST_VOTE_TO_LEARN = 0.05;

    /** A deflection of 0.15 mV is not to be counted (IEC 60601-2-27, 201.12.1.101.1); with noise it is somewhat higher. */
    private static final double LEAST_PEAK_TO_PEAK = 0.18;

    private final Leads leads;
    private final PeakPicker picker = new PeakPicker();
    private final RPeakLocator locator;
    private final QrsTemplates templates;
    private final CandidateTrain train;
    private final BeatHistory history = new BeatHistory();
    private final PendingPeaks peaks = new PendingPeaks();
    private final double[][] single;
    private final double[] fused = new double[LONGEST_STEADY_RUN];
    private final Deque<Candidate> passedOver = new ArrayDeque<>();
    private final Deque<RPeak> decided = new ArrayDeque<>();
    private long taken;
    private boolean isLearning = true;
    private long relearned;

    /** Whether anything has changed since search-back last found nothing; derived. */
    private boolean isWorthSearching;

    /** A detector for {@code leads} leads. */
    public QrsDetector(int leads) {
        if (leads < 1) {
            throw new IllegalArgumentException("there must be at least one lead, was " + leads);
        }
        this.leads = new Leads(leads);
        single = new double[leads][1];
        locator = new RPeakLocator(this.leads);
        templates = new QrsTemplates(this.leads);
        train = new CandidateTrain(this.leads);
    }

    /**
     * Takes the next conditioned sample of each lead.
     *
     * @param usable false for a lead that carries nothing now (off, flat). A noisy lead may stay true: leads are weighted
     *     by their noise here
     * @return an R peak that has been decided on; its position lies before this sample and after those of earlier ones
     */
    public Optional<RPeak> accept(double[] conditionedMillivolts, boolean[] usable) {
        for (int lead = 0; lead < leads.tracks.length; lead++) {
            single[lead][0] = conditionedMillivolts[lead];
            prepare(lead, single[lead], 1);
        }
        next(single, 0, 1, usable);
        return decided();
    }

    /**
     * Works out the energy of {@code lead} over the next {@code count} samples, at most {@value #LONGEST_RUN}, all at once,
     * which is faster. Then {@link #next} must take them.
     *
     * @param conditionedMillivolts the samples, first in front
     */
    public void prepare(int lead, double[] conditionedMillivolts, int count) {
        leads.prepare(lead, conditionedMillivolts, count);
    }

    /**
     * Takes samples that {@link #prepare} has seen, but none behind the first on which an R peak is decided, which {@link
     * #decided} then gives.
     *
     * @param conditionedMillivolts {@code [lead][sample]}
     * @param from the next sample's place there
     * @param count how many there are from there on
     * @param usable as in {@link #accept}, for all of them
     * @return how many were taken, at least one
     */
    public int next(double[][] conditionedMillivolts, int from, int count, boolean[] usable) {
        int done = 0;
        do {
            int run = (int) Math.min(Math.min(count - done, LONGEST_STEADY_RUN), samplesToWork());
            take(conditionedMillivolts, from + done, run, usable);
            done += run;
            if (!isLearning) {
                work();
            } else if (taken > LEARNING) {
                endLearning();
            }
        } while (done < count && decided.isEmpty());
        return done;
    }

    /** The R peak that was decided on with the last sample taken. */
    public Optional<RPeak> decided() {
        return Optional.ofNullable(decided.poll());
    }

    /** There is nothing to do but to take samples until this many more have been taken. */
    private long samplesToWork() {
        if (isLearning) {
            return LEARNING + 1 - taken;
        }
        if (!decided.isEmpty()) {
            return 1;
        }
        long next = LOOK_AHEAD + Math.max(history.last(), relearned) + RELEARNING;
        if (!peaks.isEmpty()) {
            next = Math.min(next, peaks.peek() + LOOK_AHEAD + 1);
        }
        if (isWorthSearching && history.hasBeats()) {
            next = Math.min(next, history.last() + LOOK_AHEAD + (long) overdue() + 1);
        }
        return Math.max(1, next - taken);
    }

    private void take(double[][] millivolts, int from, int count, boolean[] usable) {
        int settledBehind = DISTURBANCE_DELAY - 1;
        long settling = 0;
        for (int i = 0; !isLearning && i < count; i++) {
            boolean isNear = history.isNearBeat(taken + i - settledBehind, BEAT_SURROUNDINGS);
            settling |= isNear ? 0 : 1L << i;
        }
        leads.accept(taken, millivolts, from, count, usable, settledBehind, settling, fused);
        for (int i = 0; i < count; i++) {
            long peak = picker.accept(taken++, fused[i]);
            if (peak != PeakPicker.NONE) {
                peaks.add(peak);
            }
        }
    }

    private void work() {
        if (!peaks.isEmpty() && taken > peaks.peek() + LOOK_AHEAD) {
            examine(peaks.remove());
        }
        if (isWorthSearching) {
            searchBack();
        }
        if (taken - LOOK_AHEAD - Math.max(history.last(), relearned) >= RELEARNING) {
            relearn();
        }
    }

    private void examine(long peak) {
        if (!leads.poll(peak, history.last())) {
            return;
        }
        locator.locate(peak);
        if (locator.peakToPeak() < LEAST_PEAK_TO_PEAK) {
            return;
        }
        Candidate candidate = measure(peak);
        if (candidate.position - history.lastPosition() < PeakPicker.DOMINANCE) {
            return;
        }
        if (train.add(candidate)) {
            tachycardia();
            return;
        }
        double score = Evidence.score(candidate, history);
        if (score > Evidence.BEAT) {
            beat(candidate, false);
            templates.learn(candidate.position);
            return;
        }
        history.noBeat(candidate);
        if (score > Evidence.HOPELESS) {
            passedOver.add(candidate);
            if (passedOver.size() > PASSED_OVER) {
                passedOver.remove();
            }
        }
        isWorthSearching = !passedOver.isEmpty();
    }

    /** All of a train are beats, also those passed over. */
    private void tachycardia() {
        for (Candidate candidate : train.candidates()) {
            beatUnlessKnown(candidate, false);
        }
        templates.learn(history.lastPosition());
    }

    private void beatUnlessKnown(Candidate candidate, boolean bySearchBack) {
        if (candidate.position - history.lastPosition() >= PeakPicker.DOMINANCE) {
            beat(candidate, bySearchBack);
        }
    }

    /** Of {@code peak}, where {@link #locator} has looked. */
    private Candidate measure(long peak) {
        double following = leads.greatestFused(peak + PeakPicker.DOMINANCE, peak + LOOK_AHEAD - 1);
        double[] evidence = Evidence.ofShape(
                leads, templates.match(locator.position()), logSlope(), following, locator.burstSamples());
        double[] heights = new double[leads.tracks.length];
        for (int lead = 0; lead < heights.length; lead++) {
            heights[lead] = leads.vote(lead) > LEAST_VOTE_TO_LEARN ? leads.height(lead) : Double.NaN;
        }
        return new Candidate(peak, locator.position(), leads.fusedHeight(), heights, evidence);
    }

    /** Logarithm of the steepest slope over 11 ms, relative to the level of energy. */
    private double logSlope() {
        double sum = 0;
        for (int lead = 0; lead < leads.tracks.length; lead++) {
            LeadTrack track = leads.tracks[lead];
            double steepest = 0;
            for (long at = locator.center() - SLOPE_HALF; at <= locator.center() + SLOPE_HALF; at++) {
                steepest = Math.max(steepest, Math.abs(track.signal(at + 1) - track.signal(at - 1)));
            }
            sum += leads.vote(lead) * steepest / track.level();
        }
        return Math.log(sum + 0.02);
    }

    private void beat(Candidate candidate, boolean bySearchBack) {
        history.beat(candidate);
        for (int lead = 0; lead < leads.tracks.length; lead++) {
            if (!Double.isNaN(candidate.leadHeights[lead])) {
                leads.tracks[lead].beat(candidate.leadHeights[lead]);
            }
        }
        decided.add(new RPeak(candidate.position, bySearchBack));
        passedOver.removeIf(other -> other.peak <= candidate.peak);
    }

    private void searchBack() {
        if (!history.hasBeats() || taken - history.last() - LOOK_AHEAD <= overdue()) {
            return;
        }
        Candidate best = null;
        double bestScore = Evidence.MISSED_BEAT;
        for (Candidate candidate : passedOver) {
            double score = Evidence.score(candidate, history);
            if (score > bestScore && candidate.peak - history.last() > SEARCH_BACK_REFRACTORY) {
                best = candidate;
                bestScore = score;
            }
        }
        if (best != null && train.contains(best)) {
            for (Candidate candidate : train.candidates()) {
                beatUnlessKnown(candidate, true);
            }
        } else if (best != null) {
            beat(best, true);
        }
        isWorthSearching = best != null && !passedOver.isEmpty();
    }

    /** So long after a beat, in samples, the next one is missed. */
    private double overdue() {
        return OVERDUE * Math.min(history.typicalInterval(), LONGEST_INTERVAL);
    }

    private void endLearning() {
        isLearning = false;
        relearned = taken;
        for (LeadTrack track : leads.tracks) {
            track.learn(track.typicalMaximum(taken, LEARNING));
        }
        leads.weigh();
        while (!peaks.isEmpty() && taken > peaks.peek() + LOOK_AHEAD) {
            examine(peaks.remove());
        }
    }

    private void relearn() {
        boolean isFirst = relearned <= history.last();
        double share = isFirst ? FIRST_RELEARNING_SHARE : LATER_RELEARNING_SHARE;
        relearned = taken;
        for (LeadTrack track : leads.tracks) {
            double offered = Math.max(track.typicalMaximum(taken, RELEARNING), LOWEST_RELEARNED_LEVEL);
            if (offered < track.level()) {
                track.lower(Math.max(offered, share * track.level()));
            }
        }
    }

    /** The signal has ended: decides what is still open. Then only {@link #reset} or {@link #load} may follow. */
    public List<RPeak> finish() {
        if (isLearning) {
            endLearning();
        }
        long last = picker.take();
        if (last != PeakPicker.NONE) {
            peaks.add(last);
        }
        for (LeadTrack track : leads.tracks) {
            track.endAt(taken);
        }
        while (!peaks.isEmpty()) {
            examine(peaks.remove());
        }
        List<RPeak> rest = List.copyOf(decided);
        decided.clear();
        return rest;
    }

    /** Whether the first 2.25 seconds are still being collected. */
    public boolean isLearning() {
        return isLearning;
    }

    /** Forgets everything: the next sample has position 0. */
    public void reset() {
        leads.reset();
        picker.reset();
        templates.reset();
        train.reset();
        history.reset();
        peaks.clear();
        passedOver.clear();
        decided.clear();
        taken = 0;
        isLearning = true;
        isWorthSearching = false;
        relearned = 0;
    }

    /** What is still to be examined looks back no further than this. */
    private long signalNeededFrom() {
        return isLearning ? 0 : Math.min(earliestPeak() - SIGNAL_BEFORE, train.signalNeededFrom(earliestPeak()));
    }

    /** The same for the energy; relearning begins behind the last beat and takes the samples from then on. */
    private long energyNeededFrom() {
        long settled = taken - DISTURBANCE_DELAY;
        long forRelearning = Math.max(taken - RELEARNING, Math.max(history.last(), relearned) + LOOK_AHEAD);
        return isLearning ? 0 : Math.min(Math.min(earliestPeak() - SIGNAL_BEFORE, settled), forRelearning);
    }

    private long earliestPeak() {
        return peaks.isEmpty() ? picker.earliest(taken) : peaks.peek();
    }

    /** About 3.5 KB for two leads, 6 KB at the end of the first 2.25 s. */
    public void save(SnapshotWriter out) {
        out.putLong(taken).putBoolean(isLearning).putLong(relearned);
        picker.save(out);
        templates.save(out);
        train.save(out);
        history.save(out);
        peaks.save(out);
        leads.save(out, signalNeededFrom(), energyNeededFrom(), taken);
        out.putInt(passedOver.size());
        passedOver.forEach(candidate -> candidate.save(out));
        out.putInt(decided.size());
        decided.forEach(peak -> out.putDouble(peak.position()).putBoolean(peak.foundBySearchBack()));
    }

    /** Continues from what {@link #save} wrote for the same number of leads. */
    public void load(SnapshotReader in) {
        isWorthSearching = true;
        taken = in.getLong();
        isLearning = in.getBoolean();
        relearned = in.getLong();
        picker.load(in);
        templates.load(in);
        train.load(in, leads.tracks.length);
        history.load(in);
        peaks.load(in);
        leads.load(in, signalNeededFrom(), energyNeededFrom(), taken);
        readInto(passedOver, in, () -> Candidate.load(in, leads.tracks.length));
        readInto(decided, in, () -> new RPeak(in.getDouble(), in.getBoolean()));
    }

    private static <T> void readInto(Collection<T> into, SnapshotReader in, java.util.function.Supplier<T> one) {
        into.clear();
        for (int left = in.getInt(); left > 0; left--) {
            into.add(one.get());
        }
    }
}
