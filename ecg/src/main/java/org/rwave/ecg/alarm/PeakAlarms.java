package org.rwave.ecg.alarm;

import java.util.Map;
import org.rwave.ecg.fibrillation.Oscillation;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** What is decided by R peaks and their absence, before any class is known: asystole, pause, extreme rates. */
final class PeakAlarms {
    private final AsystoleRule asystole;
    private final PauseRule pause;
    private final ExtremeBradycardiaRule extremeBradycardia;
    private final ExtremeTachycardiaRule extremeTachycardia;
    private final AlarmLifecycle lifecycle;
    private final RecentPeaks peaks = new RecentPeaks();
    private final SilenceClock silence;
    /** Whether the wave may be fibrillation: no R peaks are no asystole then. */
    private boolean mayFibrillate;

    PeakAlarms(AlarmSettings settings, SamplingRate rate, AlarmLifecycle lifecycle) {
        asystole = new AsystoleRule(settings);
        pause = new PauseRule(settings);
        extremeBradycardia = new ExtremeBradycardiaRule(settings, rate);
        extremeTachycardia = new ExtremeTachycardiaRule(settings, rate);
        this.lifecycle = lifecycle;
        silence = new SilenceClock(rate, settings.micros(AlarmThreshold.SIGNAL_LOST_SECONDS));
    }

    static void nameVersions(Map<AlarmKind, String> versions) {
        versions.put(AlarmKind.ASYSTOLE, AsystoleRule.VERSION);
        versions.put(AlarmKind.PAUSE, PauseRule.VERSION);
        versions.put(AlarmKind.EXTREME_BRADYCARDIA, ExtremeBradycardiaRule.VERSION);
        versions.put(AlarmKind.EXTREME_TACHYCARDIA, ExtremeTachycardiaRule.VERSION);
    }

    /**
     * @param lowQuality no lead is better than noisy there
     * @param lastUnwatched the latest sample at which no lead could be used: no RR interval crosses it
     */
    void rPeak(long sampleIndex, boolean lowQuality, long lastUnwatched) {
        if (peaks.size() > 0 && lastUnwatched > peaks.sampleIndex(0) && lastUnwatched <= sampleIndex) {
            peaks.clear();
        }
        peaks.add(sampleIndex, lowQuality);
        judgeSilence(sampleIndex);
        silence.beat(sampleIndex);
        lifecycle.apply(AlarmKind.ASYSTOLE, asystole.beat());
        Claim slow = extremeBradycardia.judge(peaks, lifecycle.isActive(AlarmKind.EXTREME_BRADYCARDIA));
        lifecycle.apply(AlarmKind.EXTREME_BRADYCARDIA, slow);
        Claim fast = extremeTachycardia.judge(peaks, lifecycle.isActive(AlarmKind.EXTREME_TACHYCARDIA));
        lifecycle.apply(AlarmKind.EXTREME_TACHYCARDIA, fast);
    }

    /** Returns as {@link SilenceClock#advance}. */
    boolean advance(long sampleIndex, boolean watched) {
        return silence.advance(sampleIndex, watched);
    }

    /** Returns as {@link SilenceClock#gap}. */
    boolean gap(long fromSampleIndex, long toSampleIndex) {
        return silence.gap(fromSampleIndex, toSampleIndex);
    }

    /** Ventricles that fibrillate do not stand still; when they stop, the silence begins. */
    void wave(Oscillation wave, long sampleIndex) {
        mayFibrillate = wave.isPossible();
        if (wave.isPossible() && wave.isFibrillation()) {
            silence.activity(sampleIndex);
            lifecycle.apply(AlarmKind.ASYSTOLE, Claim.end("a fibrillatory wave"));
        }
    }

    void judgeSilence(long sampleIndex) {
        if (mayFibrillate) {
            return;
        }
        lifecycle.apply(AlarmKind.ASYSTOLE, asystole.judge(silence, sampleIndex));
        lifecycle.apply(AlarmKind.PAUSE, pause.judge(silence, sampleIndex));
        judgeLateBeat(sampleIndex);
    }

    private void judgeLateBeat(long sampleIndex) {
        AlarmKind kind = AlarmKind.EXTREME_BRADYCARDIA;
        boolean followsLatest = peaks.size() > 0 && silence.isRrInterval() && silence.since() == peaks.sampleIndex(0);
        if (followsLatest && !lifecycle.isActive(kind)) {
            lifecycle.apply(kind, extremeBradycardia.judgeSilence(peaks, silence.silenceMicros(sampleIndex)));
        }
    }

    /** No RR interval crosses here. */
    void interrupt() {
        peaks.clear();
    }

    void save(SnapshotWriter out) {
        peaks.save(out);
        silence.save(out);
        out.putBoolean(mayFibrillate);
    }

    void load(SnapshotReader in) {
        peaks.load(in);
        silence.load(in);
        mayFibrillate = in.getBoolean();
    }
}
