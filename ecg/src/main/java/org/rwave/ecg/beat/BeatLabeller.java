package org.rwave.ecg.beat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * Conditioned samples and R peaks in, classified beats out. A beat is final as soon as its window is complete (0.52 s
 * after R) and the next R peak is known, at the latest one and a half usual RR intervals (0.6 s to 2 s) and a detector's
 * delay (0.6 s) after R; then the next interval counts as "at least that long". Keeps four seconds of signal.
 */
public final class BeatLabeller {
    private static final int WINDOW_AFTER_R = Preprocessing.WINDOW_SAMPLES - Preprocessing.SAMPLES_BEFORE_R;

    /**
     * A detector reports an R peak up to 0.6 s late. Until then its silence says nothing: without this allowance every beat
     * of a fast rhythm would seem to be followed by a pause.
     */
    private static final int DETECTION_DELAY = 108;

    /** A work area of the thread. */
    private static final ThreadLocal<BeatInput> INPUT = ThreadLocal.withInitial(BeatInput::new);

    private static final double SHORTEST_WAIT_SECONDS = 0.6;
    private static final double LONGEST_WAIT_SECONDS = 2.0;

    private final BeatClassifier classifier;
    private final boolean provisionalBeats;
    private final ConditionedHistory history = new ConditionedHistory();
    private final BeatCutter cutter = new BeatCutter(history);
    private final FormMemory forms = new FormMemory();
    private final ArrayDeque<PendingBeat> unaligned = new ArrayDeque<>();
    private final ArrayDeque<PendingBeat> pending = new ArrayDeque<>();
    private long previousFiducial = -1;
    private long previousSourceSample = -1;

    /** Fiducial of the beat decided last, when that was ventricular; else -1. */
    private long ventricularFiducial = -1;

    private boolean afterGap;

    /** Before so many samples there is nothing to decide; derived. */
    private long nextDecision;

    /** The beat behind the one decided last, when that was ventricular; follows from what was just decided. */
    private Optional<LikeBeat> follower = Optional.empty();

    /** A labeller for one patient; with {@code provisionalBeats} each beat is also stated without look-ahead. */
    public BeatLabeller(BeatClassifier classifier, boolean provisionalBeats) {
        this.classifier = classifier;
        this.provisionalBeats = provisionalBeats;
    }

    /** Appends one conditioned sample of each lead, millivolts. */
    public void sample(double[] millivolts) {
        history.append(millivolts);
    }

    /** Appends {@code count} conditioned samples of each lead, {@code [lead][sample]} from {@code from} on, millivolts. */
    public void samples(double[][] millivolts, int from, int count) {
        history.append(millivolts, from, count);
    }

    /** How many samples can be appended at once before {@link #decide} must be called; at least one. */
    public int samplesToDecision() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, nextDecision - history.end()));
    }

    /**
     * A beat has been found.
     *
     * @param position conditioned samples since the last reset; {@link #REACH} samples after it must have been appended
     * @param sourceSample the same point on the source's axis
     * @param usable which leads can be trusted here
     * @param lowQuality no lead is better than noisy here
     */
    public void rPeak(double position, long sourceSample, boolean[] usable, boolean lowQuality) {
        nextDecision = 0;
        boolean first = previousFiducial < 0 && unaligned.isEmpty();
        unaligned.add(new PendingBeat(
                sourceSample,
                cutter.refine(position, usable),
                Double.NaN,
                first && afterGap,
                false,
                usable[0],
                usable[1],
                lowQuality));
    }

    /** Puts the oldest found beat on top of the patient's known shapes; its RR interval counts from there. */
    private void align() {
        PendingBeat beat = unaligned.pollFirst();
        long fiducial = cutter.align(beat.fiducial(), beat.usable());
        double pre = previousFiducial < 0
                ? Double.NaN
                : Math.max(1, fiducial - previousFiducial) / (double) Preprocessing.HERTZ;
        pending.add(beat.alignedAt(fiducial, pre));
        previousFiducial = fiducial;
    }

    /** How many samples past an R peak must be there before it can be handed in. */
    public static final int REACH = BeatCutter.REFINEMENT_REACH + 1;

    /** Adds to {@code into} every beat that can be decided now, in order. */
    public void decide(TimeAnchor anchor, List<ClassifiedBeat> into) {
        if (history.end() >= nextDecision) {
            decideNow(anchor, into);
            nextDecision = nextDecision();
        }
    }

    private long nextDecision() {
        long next =
                unaligned.isEmpty() ? Long.MAX_VALUE : unaligned.peekFirst().fiducial() + BeatCutter.ALIGNMENT_NEEDS;
        if (pending.isEmpty()) {
            return next;
        }
        PendingBeat beat = pending.peekFirst();
        boolean isDueWithWindow = pending.size() > 1 || (provisionalBeats && !beat.provisionalStated());
        if (isDueWithWindow) {
            return Math.min(next, beat.fiducial() + WINDOW_AFTER_R);
        }
        return unaligned.isEmpty() ? beat.fiducial() + longestWait() + DETECTION_DELAY : next;
    }

    private void decideNow(TimeAnchor anchor, List<ClassifiedBeat> into) {
        while (!unaligned.isEmpty() && history.end() - unaligned.peekFirst().fiducial() >= BeatCutter.ALIGNMENT_NEEDS) {
            align();
        }
        while (!pending.isEmpty()) {
            PendingBeat beat = pending.peekFirst();
            long elapsed = history.end() - beat.fiducial();
            if (elapsed < WINDOW_AFTER_R) {
                return;
            }
            boolean nextKnown = pending.size() > 1;
            if (!nextKnown && (elapsed < longestWait() + DETECTION_DELAY || !unaligned.isEmpty())) {
                stateProvisional(beat, anchor, into);
                return;
            }
            into.add(decideFinally(pending.pollFirst(), anchor));
        }
    }

    private long longestWait() {
        double seconds = 1.5 * cutter.usualRrSeconds();
        return Math.round(
                Preprocessing.HERTZ * Math.max(SHORTEST_WAIT_SECONDS, Math.min(LONGEST_WAIT_SECONDS, seconds)));
    }

    private void stateProvisional(PendingBeat beat, TimeAnchor anchor, List<ClassifiedBeat> into) {
        if (provisionalBeats && !beat.provisionalStated()) {
            into.add(classify(beat, Double.NaN, false, 0, anchor));
            pending.pollFirst();
            pending.addFirst(beat.withProvisionalStated());
        }
    }

    private ClassifiedBeat decideFinally(PendingBeat beat, TimeAnchor anchor) {
        PendingBeat next = pending.peekFirst();
        double post = next != null
                ? next.preSeconds()
                : Math.max(1, history.end() - beat.fiducial() - DETECTION_DELAY) / (double) Preprocessing.HERTZ;
        ClassifiedBeat decided = classify(beat, post, next != null, 1, anchor);
        cutter.learn(beat.preSeconds());
        if (!decided.lowQuality()) {
            forms.learn();
        }
        boolean isVentricular = decided.beatClass().isVentricular();
        follower = next != null && isVentricular ? Optional.of(compare(beat, next)) : Optional.empty();
        ventricularFiducial = isVentricular ? beat.fiducial() : -1;
        previousSourceSample = beat.sourceSample();
        return decided;
    }

    /** How like {@code beat}, which is ventricular, or the ventricular beat before it the next one is. */
    private LikeBeat compare(PendingBeat beat, PendingBeat next) {
        boolean[] usable = {beat.firstUsable() && next.firstUsable(), beat.secondUsable() && next.secondUsable()};
        double likeness = Likeness.of(history, beat.fiducial(), next.fiducial(), usable);
        if (ventricularFiducial >= 0) {
            likeness = Math.max(likeness, Likeness.of(history, ventricularFiducial, next.fiducial(), usable));
        }
        return new LikeBeat(next.sourceSample(), likeness, next.lowQuality());
    }

    /** The beat that follows the one decided last, when that is ventricular and this one is known already. */
    public Optional<LikeBeat> follower() {
        return follower;
    }

    private ClassifiedBeat classify(PendingBeat beat, double post, boolean postKnown, int revision, TimeAnchor anchor) {
        BeatInput input = INPUT.get();
        boolean blind = !beat.firstUsable() && !beat.secondUsable();
        cutter.cut(beat.fiducial(), beat.usable(), beat.preSeconds(), post, postKnown, input);
        input.setIdentity(beat.sourceSample(), revision);
        ClassProbabilities probabilities = blind
                ? ClassProbabilities.certain(BeatClass.Q)
                : forms.judge(cutter.window(), classifier.classify(input));
        OptionalLong rr = Double.isNaN(beat.preSeconds())
                ? OptionalLong.empty()
                : OptionalLong.of(anchor.rate().microsAt(beat.sourceSample() - previousSourceSample));
        return new ClassifiedBeat(
                beat.sourceSample(),
                anchor.epochMicrosAt(beat.sourceSample()),
                probabilities.mostProbable(),
                probabilities,
                rr,
                revision,
                beat.afterGap(),
                beat.firstUsable() != beat.secondUsable(),
                beat.lowQuality() || blind,
                classifier.modelHash());
    }

    /** The signal ends here or is interrupted: decides every open beat with what there is. */
    public void finish(TimeAnchor anchor, List<ClassifiedBeat> into) {
        while (!unaligned.isEmpty()) {
            align();
        }
        while (!pending.isEmpty()) {
            into.add(decideFinally(pending.pollFirst(), anchor));
        }
    }

    /** Forgets the signal, not the patient. Call {@link #finish} first. */
    public void gap() {
        history.reset();
        nextDecision = 0;
        afterGap = afterGap || previousFiducial >= 0;
        previousFiducial = -1;
        ventricularFiducial = -1;
    }

    /** Writes the state: what the next decisions need, a few kilobytes. */
    public void save(SnapshotWriter out) {
        long oldest = pending.isEmpty()
                ? Math.max(0, previousFiducial)
                : pending.peekFirst().fiducial();
        if (ventricularFiducial >= 0) {
            oldest = Math.min(oldest, ventricularFiducial);
        }
        history.save(out, oldest - Preprocessing.SAMPLES_BEFORE_R - 2L * BeatCutter.REFINEMENT_REACH);
        cutter.save(out);
        forms.save(out);
        save(unaligned, out);
        save(pending, out);
        out.putLong(previousFiducial).putLong(previousSourceSample).putBoolean(afterGap);
        out.putLong(ventricularFiducial);
    }

    /** Continues from what {@link #save} wrote. */
    public void load(SnapshotReader in) {
        history.load(in);
        cutter.load(in);
        forms.load(in);
        load(unaligned, in);
        load(pending, in);
        nextDecision = 0;
        previousFiducial = in.getLong();
        previousSourceSample = in.getLong();
        afterGap = in.getBoolean();
        ventricularFiducial = in.getLong();
    }

    private static void save(ArrayDeque<PendingBeat> beats, SnapshotWriter out) {
        out.putInt(beats.size());
        beats.forEach(beat -> beat.save(out));
    }

    private static void load(ArrayDeque<PendingBeat> beats, SnapshotReader in) {
        beats.clear();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            beats.add(PendingBeat.load(in));
        }
    }
}
