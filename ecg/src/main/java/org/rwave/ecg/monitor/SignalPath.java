package org.rwave.ecg.monitor;

import java.util.ArrayDeque;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatLabeller;
import org.rwave.ecg.fibrillation.FibrillationDetector;
import org.rwave.ecg.qrs.QrsDetector;
import org.rwave.ecg.qrs.RPeak;
import org.rwave.ecg.signal.Conditioner;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * From millivolts to classified beats, steps 3 to 6: filters, R peaks, cutting, classification. Works on the conditioned
 * axis and hands out positions on the source's.
 */
final class SignalPath {
    private final BeatSource beatSource;
    private final Conditioner conditioner;
    private final QrsDetector detector;
    private final BeatLabeller labeller;
    private final FibrillationDetector fibrillation;
    private final BeatDelays delays;
    private final ArrayDeque<Found> found = new ArrayDeque<>();
    private long segmentStart;
    private long conditionedEnd;

    /** An R peak that waits for the samples behind it. */
    private record Found(double position, long sourceSample) {}

    SignalPath(MonitorSettings settings, BeatClassifier classifier, SamplingRate rate, int leads, BeatDelays delays) {
        beatSource = settings.beatSource();
        conditioner = new Conditioner(rate, leads);
        detector = new QrsDetector(leads);
        labeller = new BeatLabeller(classifier, settings.provisionalBeats());
        fibrillation = new FibrillationDetector(leads);
        this.delays = delays;
    }

    /** A new stretch of signal begins at source sample {@code start}. */
    void begin(long start) {
        segmentStart = start;
    }

    /** A reference R peak at {@code sourceSample}, to come or just reached. */
    void reference(long sourceSample) {
        found.add(new Found(conditioner.toConditioned((double) (sourceSample - segmentStart)), sourceSample));
        delays.given(sourceSample);
    }

    /**
     * Takes {@code count} frames of millivolts, {@code [lead][frame]}, the first being source sample {@code first}, and
     * overwrites them; passes R peaks and decided beats to {@code facts}. What {@code leads} says holds for all of them.
     */
    void accept(
            double[][] millivolts,
            int count,
            long first,
            MonitoredLeads leads,
            FactCollector facts,
            TimeAnchor anchor) {
        int ready = conditioner.accept(millivolts, count);
        double[][] conditioned = conditioner.conditioned();
        if (beatSource == BeatSource.DETECTOR) {
            for (int lead = 0; lead < conditioned.length; lead++) {
                detector.prepare(lead, conditioned[lead], ready);
            }
        }
        for (int k = 0; k < ready; ) {
            int run = Math.min(ready - k, samplesToDecision());
            if (beatSource == BeatSource.DETECTOR) {
                run = detector.next(conditioned, k, run, leads.usable());
            }
            labeller.samples(conditioned, k, run);
            boolean hasLooked = fibrillation.accept(conditioned, k, run, leads.usable());
            k += run;
            conditionedEnd += run;
            delays.now(first + conditioner.frameOf(k - 1));
            if (hasLooked) {
                facts.wave(fibrillation.state(), source((double) conditionedEnd), anchor);
            }
            decide(leads, facts, anchor);
        }
        delays.now(first + count - 1);
    }

    /** The conditioned samples up to the one with which something may be decided, the detector's R peaks apart. */
    private int samplesToDecision() {
        int samples = Math.min(fibrillation.samplesToLook(), labeller.samplesToDecision());
        if (found.isEmpty()) {
            return samples;
        }
        double toHandOver = Math.ceil(found.peekFirst().position() + BeatLabeller.REACH - conditionedEnd);
        return (int) Math.max(1, Math.min(samples, toHandOver));
    }

    private void decide(MonitoredLeads leads, FactCollector facts, TimeAnchor anchor) {
        if (beatSource == BeatSource.DETECTOR) {
            detector.decided().ifPresent(this::detected);
        }
        handOver(leads, facts, anchor, BeatLabeller.REACH);
        labeller.decide(anchor, facts.beats());
        if (facts.passBeatsOn(anchor)) {
            labeller.follower().ifPresent(beat -> facts.follower(beat, anchor));
        }
    }

    private void detected(RPeak peak) {
        long source = source(peak.position());
        found.add(new Found(peak.position(), source));
        delays.found(source);
    }

    private long source(double conditionedPosition) {
        return segmentStart + Math.max(0, Math.round(conditioner.toSourceOffset(conditionedPosition)));
    }

    private void handOver(MonitoredLeads leads, FactCollector facts, TimeAnchor anchor, int reach) {
        while (!found.isEmpty() && found.peekFirst().position() + reach <= conditionedEnd) {
            Found peak = found.pollFirst();
            facts.rPeak(peak.sourceSample(), leads.noneGood(), anchor);
            labeller.rPeak(peak.position(), peak.sourceSample(), leads.usable(), leads.noneGood());
        }
    }

    /** The signal ends or is interrupted here: decides what is open. */
    void finish(MonitoredLeads leads, FactCollector facts, TimeAnchor anchor) {
        if (beatSource == BeatSource.DETECTOR) {
            detector.finish().forEach(this::detected);
        }
        handOver(leads, facts, anchor, Integer.MIN_VALUE / 2);
        labeller.finish(anchor, facts.beats());
        facts.passBeatsOn(anchor);
    }

    /** Forgets the signal before a gap; {@link #finish} comes first. */
    void reset() {
        conditioner.reset();
        detector.reset();
        labeller.gap();
        fibrillation.reset();
        conditionedEnd = 0;
    }

    boolean isLearning() {
        return beatSource == BeatSource.DETECTOR && detector.isLearning();
    }

    void save(SnapshotWriter out) {
        out.putLong(segmentStart).putLong(conditionedEnd).putInt(found.size());
        found.forEach(peak -> out.putDouble(peak.position()).putLong(peak.sourceSample()));
        conditioner.save(out);
        detector.save(out);
        labeller.save(out);
        fibrillation.save(out);
    }

    void load(SnapshotReader in) {
        segmentStart = in.getLong();
        conditionedEnd = in.getLong();
        int waiting = in.getInt();
        for (int i = 0; i < waiting; i++) {
            found.add(new Found(in.getDouble(), in.getLong()));
        }
        conditioner.load(in);
        detector.load(in);
        labeller.load(in);
        fibrillation.load(in);
    }
}
