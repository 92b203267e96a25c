package org.rwave.ecg.alarm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.fibrillation.Oscillation;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The alarms of one patient. In: R peaks as soon as they are detected, beats when their class is final, a tick every
 * 100 ms of signal time, gaps. Out: alarm events, in the order in which they were decided. Positions are source samples.
 *
 * <p>Every beat comes twice, first as R peak: what needs no class ({@link PeakAlarms}) is decided there, the rest ({@link
 * BeatAlarms}) with its class. Each sequence ascends; final beats before a gap come before the gap. Memory is bounded: the
 * last 32 beats and what {@link AlarmLifecycle} keeps per kind. Settings are not part of the state: a snapshot may be
 * resumed under changed settings.
 */
public final class AlarmEngine {
    private static final int SNAPSHOT_VERSION = 4;

    private final SamplingRate rate;
    private final AlarmLifecycle lifecycle;
    private final PeakAlarms peakAlarms;
    private final BeatAlarms beatAlarms;
    private final FibrillationRule fibrillation;
    private final LeadsOffRule leadsOff;
    private final NoisySignalRule noisySignal;

    /** The latest tick without a usable lead. */
    private long lastUnwatched = Long.MIN_VALUE;

    /** An engine that has seen nothing yet. */
    public AlarmEngine(AlarmSettings settings, SamplingRate rate) {
        this.rate = rate;
        lifecycle = new AlarmLifecycle(settings, rate, ruleVersions());
        peakAlarms = new PeakAlarms(settings, rate, lifecycle);
        beatAlarms = new BeatAlarms(settings, rate, lifecycle);
        fibrillation = new FibrillationRule(rate);
        leadsOff = new LeadsOffRule(settings, rate);
        noisySignal = new NoisySignalRule(settings, rate);
    }

    /**
     * The engine that goes on from here under other settings: active alarms, what the rules remember and refractory times
     * are kept. An alarm whose kind is off in {@code changed} ends with the next tick. This engine is not to be used again.
     */
    public AlarmEngine under(AlarmSettings changed) {
        SnapshotWriter state = new SnapshotWriter();
        save(state);
        AlarmEngine engine = new AlarmEngine(changed, rate);
        engine.load(new SnapshotReader(state.toByteArray()));
        return engine;
    }

    private static Map<AlarmKind, String> ruleVersions() {
        Map<AlarmKind, String> versions = new EnumMap<>(AlarmKind.class);
        PeakAlarms.nameVersions(versions);
        BeatAlarms.nameVersions(versions);
        versions.put(AlarmKind.VENTRICULAR_FIBRILLATION, FibrillationRule.VERSION);
        versions.put(AlarmKind.LEADS_OFF, LeadsOffRule.VERSION);
        versions.put(AlarmKind.NOISY_SIGNAL, NoisySignalRule.VERSION);
        return versions;
    }

    /**
     * A beat has been detected at {@code sampleIndex}; its class is not known yet.
     *
     * @param lowQuality no lead is better than noisy there
     */
    public List<AlarmEvent> rPeak(long sampleIndex, boolean lowQuality, TimeAnchor anchor) {
        lifecycle.begin(sampleIndex, anchor);
        peakAlarms.rPeak(sampleIndex, lowQuality, lastUnwatched);
        return lifecycle.events();
    }

    /** The wave up to {@code sampleIndex} has been looked at; several times a second. */
    public List<AlarmEvent> wave(Oscillation wave, long sampleIndex, TimeAnchor anchor) {
        lifecycle.begin(sampleIndex, anchor);
        peakAlarms.wave(wave, sampleIndex);
        AlarmKind kind = AlarmKind.VENTRICULAR_FIBRILLATION;
        boolean isActive = lifecycle.isActive(kind);
        Claim claim = fibrillation.judge(wave, sampleIndex, isActive);
        boolean isDenied = claim.type() == Claim.Type.RAISE && beatAlarms.isRegularTachycardia(sampleIndex);
        if (!isDenied) {
            lifecycle.apply(kind, claim);
        }
        return lifecycle.events();
    }

    /** The class of a beat has become final. */
    public List<AlarmEvent> beat(ClassifiedBeat finalBeat, TimeAnchor anchor) {
        lifecycle.begin(finalBeat.sampleIndex(), anchor);
        beatAlarms.beat(finalBeat, lastUnwatched);
        return lifecycle.events();
    }

    /** The beat behind the last final one is known, not yet its class, but how like that one it is. */
    public List<AlarmEvent> follower(LikeBeat beat, TimeAnchor anchor) {
        lifecycle.begin(beat.sampleIndex(), anchor);
        beatAlarms.follower(beat, lastUnwatched);
        return lifecycle.events();
    }

    /**
     * The signal up to {@code sampleIndex} has been seen; every 100 ms of signal time.
     *
     * @param leadStatus one per monitored lead
     * @param monitoring whether the detector would see a beat
     */
    public List<AlarmEvent> tick(long sampleIndex, TimeAnchor anchor, List<LeadStatus> leadStatus, boolean monitoring) {
        lifecycle.begin(sampleIndex, anchor);
        boolean hasUsableLead = LeadsOffRule.hasUsableLead(leadStatus);
        boolean watched = monitoring && hasUsableLead;
        lastUnwatched = hasUsableLead ? lastUnwatched : sampleIndex;
        Claim off = leadsOff.judge(leadStatus, sampleIndex, lifecycle.isActive(AlarmKind.LEADS_OFF));
        boolean isLost = peakAlarms.advance(sampleIndex, watched);
        if (isLost || off.type() == Claim.Type.RAISE) {
            signalLost();
        }
        if (watched) {
            peakAlarms.judgeSilence(sampleIndex);
        }
        lifecycle.apply(AlarmKind.LEADS_OFF, off);
        Claim noisy = noisySignal.judge(leadStatus, sampleIndex, lifecycle.isActive(AlarmKind.NOISY_SIGNAL));
        lifecycle.apply(AlarmKind.NOISY_SIGNAL, noisy);
        beatAlarms.tick();
        lifecycle.endHeld();
        lifecycle.endSwitchedOff();
        return lifecycle.events();
    }

    /** Samples {@code [fromSampleIndex, toSampleIndex)} are missing. No RR interval and no run crosses them. */
    public List<AlarmEvent> gap(long fromSampleIndex, long toSampleIndex, TimeAnchor anchor) {
        lifecycle.begin(fromSampleIndex, anchor);
        interrupt();
        lifecycle.begin(toSampleIndex, anchor);
        if (peakAlarms.gap(fromSampleIndex, toSampleIndex)) {
            signalLost();
        }
        return lifecycle.events();
    }

    /** The recording ends at {@code sampleIndex}: ends what is active. */
    public List<AlarmEvent> finish(long sampleIndex, TimeAnchor anchor) {
        lifecycle.begin(sampleIndex, anchor);
        interrupt();
        lifecycle.endAll(AlarmCategory.PHYSIOLOGICAL, "end of the recording");
        lifecycle.endAll(AlarmCategory.TECHNICAL, "end of the recording");
        return lifecycle.events();
    }

    private void interrupt() {
        beatAlarms.interrupt();
        peakAlarms.interrupt();
    }

    /** What was claimed of the patient ends, and leads off or no data speaks. */
    private void signalLost() {
        interrupt();
        beatAlarms.signalLost();
        lifecycle.endAll(AlarmCategory.PHYSIOLOGICAL, "signal lost");
    }

    /** Writes the state: about 300 bytes, of which three per remembered beat, two per R peak and two per V of the last minute. */
    public void save(SnapshotWriter out) {
        out.putByte(SNAPSHOT_VERSION);
        lifecycle.save(out);
        peakAlarms.save(out);
        beatAlarms.save(out);
        leadsOff.save(out, lifecycle.now());
        noisySignal.save(out, lifecycle.now());
        out.putLong(lastUnwatched);
    }

    /**
     * Continues from what {@link #save} wrote.
     *
     * @throws IllegalArgumentException when the snapshot is of another version
     */
    public void load(SnapshotReader in) {
        int version = in.getByte();
        if (version != SNAPSHOT_VERSION) {
            throw new IllegalArgumentException("alarm snapshot version " + version + ", expected " + SNAPSHOT_VERSION);
        }
        lifecycle.load(in);
        peakAlarms.load(in);
        beatAlarms.load(in);
        leadsOff.load(in, lifecycle.now());
        noisySignal.load(in, lifecycle.now());
        lastUnwatched = in.getLong();
    }
}
