package org.rwave.ecg.alarm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.rhythm.BeatHistory;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * The alarms of one patient. In: R peaks as soon as they are detected, beats when their class is final, a tick every
 * 100 ms of signal time, gaps. Out: alarm events, in the order in which they were decided. Positions are source samples.
 *
 * <p>Every beat comes twice, first as R peak: what needs no class (asystole, pause, slow rates) is decided there. Each
 * sequence ascends; final beats before a gap come before the gap. Memory is bounded: {@value BeatHistory#CAPACITY} beats
 * and what {@link AlarmLifecycle} keeps per kind. Settings are not part of the state: a snapshot may be resumed under
 * changed settings.
 */
public final class AlarmEngine {
    private static final int SNAPSHOT_VERSION = 1;

    /** Worst first, so that a lesser claim of the same beat finds the worse one active. */
    private final List<BeatRule> beatRules;

    private final AsystoleRule asystole;
    private final PauseRule pause;
    private final ExtremeBradycardiaRule extremeBradycardia;
    private final FrequentVentricularBeatsRule frequentVentricularBeats;
    private final IrregularRhythmRule irregularRhythm;
    private final LeadsOffRule leadsOff;
    private final NoisySignalRule noisySignal;
    private final AlarmLifecycle lifecycle;

    private final BeatHistory beats;
    private final RecentPeaks peaks = new RecentPeaks();
    private final SilenceClock silence;
    /** The latest tick at which no beat could have been seen. */
    private long lastUnwatched = Long.MIN_VALUE;

    /** An engine that has seen nothing yet. */
    public AlarmEngine(AlarmSettings settings, SamplingRate rate) {
        beatRules = List.of(
                new VentricularTachycardiaRule(settings),
                new ExtremeTachycardiaRule(settings),
                RunRule.nonSustainedTachycardia(settings),
                new IdioventricularRhythmRule(settings),
                RunRule.slowRun(settings),
                new SupraventricularTachycardiaRule(settings),
                new CoupletRule(),
                new ROnTRule(settings),
                EctopicPatternRule.bigeminy(settings),
                EctopicPatternRule.trigeminy(settings),
                new MissedBeatRule(settings));
        frequentVentricularBeats = new FrequentVentricularBeatsRule(settings, rate);
        irregularRhythm = new IrregularRhythmRule(settings, rate);
        asystole = new AsystoleRule(settings);
        pause = new PauseRule(settings);
        extremeBradycardia = new ExtremeBradycardiaRule(settings, rate);
        leadsOff = new LeadsOffRule(settings, rate);
        noisySignal = new NoisySignalRule(settings, rate);
        lifecycle = new AlarmLifecycle(settings, rate, ruleVersions());
        beats = new BeatHistory(rate);
        silence = new SilenceClock(rate, settings.micros(AlarmThreshold.SIGNAL_LOST_SECONDS));
    }

    private Map<AlarmKind, String> ruleVersions() {
        Map<AlarmKind, String> versions = new EnumMap<>(AlarmKind.class);
        beatRules.forEach(rule -> versions.put(rule.kind(), rule.version()));
        versions.put(AlarmKind.ASYSTOLE, AsystoleRule.VERSION);
        versions.put(AlarmKind.PAUSE, PauseRule.VERSION);
        versions.put(AlarmKind.EXTREME_BRADYCARDIA, ExtremeBradycardiaRule.VERSION);
        versions.put(AlarmKind.FREQUENT_VENTRICULAR_BEATS, FrequentVentricularBeatsRule.VERSION);
        versions.put(AlarmKind.IRREGULAR_RHYTHM, IrregularRhythmRule.VERSION);
        versions.put(AlarmKind.LEADS_OFF, LeadsOffRule.VERSION);
        versions.put(AlarmKind.NOISY_SIGNAL, NoisySignalRule.VERSION);
        return versions;
    }

    /** A beat has been detected at {@code sampleIndex}; its class is not known yet. */
    public List<AlarmEvent> rPeak(long sampleIndex, TimeAnchor anchor) {
        lifecycle.begin(sampleIndex, anchor);
        if (peaks.size() > 0 && wasUnwatched(peaks.sampleIndex(0), sampleIndex)) {
            peaks.clear();
        }
        peaks.add(sampleIndex);
        judgeSilence(sampleIndex);
        silence.beat(sampleIndex);
        lifecycle.apply(AlarmKind.ASYSTOLE, asystole.beat());
        Claim slow = extremeBradycardia.judge(peaks, lifecycle.isActive(AlarmKind.EXTREME_BRADYCARDIA));
        lifecycle.apply(AlarmKind.EXTREME_BRADYCARDIA, slow);
        return lifecycle.events();
    }

    /** The class of a beat has become final. */
    public List<AlarmEvent> beat(ClassifiedBeat finalBeat, TimeAnchor anchor) {
        lifecycle.begin(finalBeat.sampleIndex(), anchor);
        if (beats.size() > 0 && wasUnwatched(beats.sampleIndex(0), finalBeat.sampleIndex())) {
            interruptRuns();
        }
        beats.add(finalBeat);
        for (BeatRule rule : beatRules) {
            lifecycle.apply(rule.kind(), rule.judge(beats, lifecycle.isActive(rule.kind())));
        }
        countVentricularBeat(finalBeat);
        judgeFrequentVentricularBeats();
        Claim irregular = irregularRhythm.judge(beats, lifecycle.isActive(AlarmKind.IRREGULAR_RHYTHM));
        lifecycle.apply(AlarmKind.IRREGULAR_RHYTHM, irregular);
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
        boolean watched = monitoring && LeadsOffRule.hasUsableLead(leadStatus);
        lastUnwatched = watched ? lastUnwatched : sampleIndex;
        Claim off = leadsOff.judge(leadStatus, sampleIndex, lifecycle.isActive(AlarmKind.LEADS_OFF));
        boolean isLost = silence.advance(sampleIndex, watched);
        if (isLost || off.type() == Claim.Type.RAISE) {
            signalLost();
        }
        if (watched) {
            judgeSilence(sampleIndex);
        }
        lifecycle.apply(AlarmKind.LEADS_OFF, off);
        Claim noisy = noisySignal.judge(leadStatus, sampleIndex, lifecycle.isActive(AlarmKind.NOISY_SIGNAL));
        lifecycle.apply(AlarmKind.NOISY_SIGNAL, noisy);
        judgeFrequentVentricularBeats();
        lifecycle.endHeld();
        return lifecycle.events();
    }

    /** Samples {@code [fromSampleIndex, toSampleIndex)} are missing. No RR interval and no run crosses them. */
    public List<AlarmEvent> gap(long fromSampleIndex, long toSampleIndex, TimeAnchor anchor) {
        lifecycle.begin(fromSampleIndex, anchor);
        interrupt();
        lifecycle.begin(toSampleIndex, anchor);
        if (silence.gap(fromSampleIndex, toSampleIndex)) {
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

    private void judgeSilence(long sampleIndex) {
        lifecycle.apply(AlarmKind.ASYSTOLE, asystole.judge(silence, sampleIndex));
        lifecycle.apply(AlarmKind.PAUSE, pause.judge(silence, sampleIndex));
    }

    private void countVentricularBeat(ClassifiedBeat beat) {
        if (lifecycle.isActive(AlarmKind.VENTRICULAR_TACHYCARDIA)
                || lifecycle.isActive(AlarmKind.IDIOVENTRICULAR_RHYTHM)) {
            frequentVentricularBeats.forget();
        } else {
            frequentVentricularBeats.beat(beat);
        }
    }

    private void judgeFrequentVentricularBeats() {
        AlarmKind kind = AlarmKind.FREQUENT_VENTRICULAR_BEATS;
        lifecycle.apply(kind, frequentVentricularBeats.judge(lifecycle.now(), lifecycle.isActive(kind)));
    }

    /** What is said of an open run, then nothing across. */
    private void interrupt() {
        interruptRuns();
        peaks.clear();
    }

    private void interruptRuns() {
        for (BeatRule rule : beatRules) {
            lifecycle.apply(rule.kind(), rule.judgeInterrupted(beats));
        }
        beats.clear();
    }

    /** Whether no beat could have been seen at some time between two beats: no RR interval then. */
    private boolean wasUnwatched(long fromSampleIndex, long toSampleIndex) {
        return lastUnwatched > fromSampleIndex && lastUnwatched <= toSampleIndex;
    }

    /** Nothing is known of the patient any more: what was claimed ends, and leads off or no data speaks. */
    private void signalLost() {
        interrupt();
        frequentVentricularBeats.forget();
        irregularRhythm.forget();
        lifecycle.endAll(AlarmCategory.PHYSIOLOGICAL, "signal lost");
    }

    /** Writes the state: about 250 bytes, three per remembered beat and two per V of the last minute. */
    public void save(SnapshotWriter out) {
        out.putByte(SNAPSHOT_VERSION);
        lifecycle.save(out);
        beats.save(out);
        peaks.save(out);
        silence.save(out);
        out.putLong(lastUnwatched);
        frequentVentricularBeats.save(out);
        irregularRhythm.save(out, lifecycle.now());
        leadsOff.save(out, lifecycle.now());
        noisySignal.save(out, lifecycle.now());
    }

    /** Continues from what {@link #save} wrote. */
    public void load(SnapshotReader in) {
        int version = in.getByte();
        if (version != SNAPSHOT_VERSION) {
            throw new IllegalArgumentException("alarm snapshot version " + version + ", expected " + SNAPSHOT_VERSION);
        }
        lifecycle.load(in);
        beats.load(in);
        peaks.load(in);
        silence.load(in);
        lastUnwatched = in.getLong();
        frequentVentricularBeats.load(in);
        irregularRhythm.load(in, lifecycle.now());
        leadsOff.load(in, lifecycle.now());
        noisySignal.load(in, lifecycle.now());
    }
}
