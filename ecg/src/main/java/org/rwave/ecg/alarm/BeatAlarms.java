package org.rwave.ecg.alarm;

import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.beat.LikeBeat;
import org.rwave.ecg.rhythm.BeatHistory;
import org.rwave.ecg.rhythm.RegularTachycardia;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** What is decided when the class of a beat is final: ectopy, runs, patterns, irregularity. */
final class BeatAlarms {
    /** Worst first, so that a lesser claim of the same beat finds the worse one active. */
    private final BeatRule[] rules;

    private final BegunTachycardia begunTachycardia;
    private final FrequentVentricularBeatsRule frequentVentricularBeats;
    private final IrregularRhythmRule irregularRhythm;
    private final AlarmLifecycle lifecycle;
    private final BeatHistory beats;

    BeatAlarms(AlarmSettings settings, SamplingRate rate, AlarmLifecycle lifecycle) {
        rules = rules(settings).toArray(BeatRule[]::new);
        begunTachycardia = new BegunTachycardia(settings);
        frequentVentricularBeats = new FrequentVentricularBeatsRule(settings, rate);
        irregularRhythm = new IrregularRhythmRule(settings, rate);
        this.lifecycle = lifecycle;
        beats = new BeatHistory(rate);
    }

    private static List<BeatRule> rules(AlarmSettings settings) {
        return List.of(
                new VentricularTachycardiaRule(settings),
                RunRule.nonSustainedTachycardia(settings),
                new IdioventricularRhythmRule(settings),
                RunRule.slowRun(settings),
                new SupraventricularTachycardiaRule(settings),
                new CoupletRule(),
                new ROnTRule(settings),
                EctopicPatternRule.bigeminy(settings),
                EctopicPatternRule.trigeminy(settings),
                new MissedBeatRule(settings));
    }

    static void nameVersions(Map<AlarmKind, String> versions) {
        rules(AlarmSettings.defaults()).forEach(rule -> versions.put(rule.kind(), rule.version()));
        versions.put(AlarmKind.FREQUENT_VENTRICULAR_BEATS, FrequentVentricularBeatsRule.VERSION);
        versions.put(AlarmKind.IRREGULAR_RHYTHM, IrregularRhythmRule.VERSION);
    }

    /** @param lastUnwatched the latest sample at which no lead could be used: no RR interval crosses it */
    void beat(ClassifiedBeat beat, long lastUnwatched) {
        if (isInterrupted(beat.sampleIndex(), lastUnwatched)) {
            interrupt();
        }
        beats.add(beat);
        AlarmKind tachycardia = AlarmKind.VENTRICULAR_TACHYCARDIA;
        if (lifecycle.isActive(tachycardia) && begunTachycardia.isRefuted(beats, lifecycle.onset(tachycardia))) {
            lifecycle.apply(tachycardia, begunTachycardia.refuted(beats));
        }
        for (BeatRule rule : rules) {
            lifecycle.apply(rule.kind(), rule.judge(beats, lifecycle.isActive(rule.kind())));
        }
        countVentricular(beat);
        judgeRegularity();
    }

    /** What is taken for beats in fibrillation of the ventricles says nothing of the atria. */
    private void judgeRegularity() {
        if (lifecycle.isActive(AlarmKind.VENTRICULAR_FIBRILLATION)) {
            irregularRhythm.forget();
        } else {
            Claim irregular = irregularRhythm.judge(beats, lifecycle.isActive(AlarmKind.IRREGULAR_RHYTHM));
            lifecycle.apply(AlarmKind.IRREGULAR_RHYTHM, irregular);
        }
    }

    /** Whether a tachycardia is announced and still beats evenly: no fibrillation, whatever its wave looks like. */
    boolean isRegularTachycardia(long sampleIndex) {
        return lifecycle.isActive(AlarmKind.VENTRICULAR_TACHYCARDIA) && RegularTachycardia.of(beats, sampleIndex);
    }

    private boolean isInterrupted(long nextBeat, long lastUnwatched) {
        return beats.size() > 0 && lastUnwatched > beats.sampleIndex(0) && lastUnwatched <= nextBeat;
    }

    /** The next beat, before its class: a tachycardia may begin with it. */
    void follower(LikeBeat beat, long lastUnwatched) {
        beats.follower(beat);
        AlarmKind tachycardia = AlarmKind.VENTRICULAR_TACHYCARDIA;
        if (!lifecycle.isActive(tachycardia) && !isInterrupted(beat.sampleIndex(), lastUnwatched)) {
            lifecycle.apply(tachycardia, begunTachycardia.judge(beats, beat));
        }
    }

    private void countVentricular(ClassifiedBeat beat) {
        if (lifecycle.isActive(AlarmKind.VENTRICULAR_TACHYCARDIA)
                || lifecycle.isActive(AlarmKind.VENTRICULAR_FIBRILLATION)
                || lifecycle.isActive(AlarmKind.IDIOVENTRICULAR_RHYTHM)) {
            frequentVentricularBeats.forget();
        } else {
            frequentVentricularBeats.beat(beat);
        }
        tick();
    }

    /** Time passes, and the minute of frequent ventricular beats with it. */
    void tick() {
        AlarmKind kind = AlarmKind.FREQUENT_VENTRICULAR_BEATS;
        lifecycle.apply(kind, frequentVentricularBeats.judge(lifecycle.now(), lifecycle.isActive(kind)));
    }

    /** Says what can be said of an open run; nothing crosses. */
    void interrupt() {
        for (BeatRule rule : rules) {
            lifecycle.apply(rule.kind(), rule.judgeInterrupted(beats));
        }
        beats.clear();
    }

    /** Nothing is known of the patient any more. */
    void signalLost() {
        interrupt();
        frequentVentricularBeats.forget();
        irregularRhythm.forget();
    }

    void save(SnapshotWriter out) {
        beats.save(out);
        frequentVentricularBeats.save(out);
        irregularRhythm.save(out, lifecycle.now());
    }

    void load(SnapshotReader in) {
        beats.load(in);
        frequentVentricularBeats.load(in);
        irregularRhythm.load(in, lifecycle.now());
    }
}
