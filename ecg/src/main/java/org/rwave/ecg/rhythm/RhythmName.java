package org.rwave.ecg.rhythm;

import org.rwave.ecg.beat.BeatClass;

/**
 * Names the rhythm of the last beats, worst first. Runs and patterns by the rules of the alarms of the same name, with
 * the patient's thresholds.
 */
final class RhythmName {
    private static final int RUN_BEATS = 3;
    /** Fewer beats have no name. */
    private static final int LEAST_BEATS = 4;
    /** Paced when most of this many beats are Q. */
    private static final int PACED_OUT_OF = 16;

    private RhythmName() {}

    static Rhythm of(BeatHistory beats, RhythmLimits limits) {
        int run = beats.ventricularRun(0);
        if (run >= RUN_BEATS && beats.mostlyReliable(0, run) && beats.count(BeatClass.V, 0, run) > 0) {
            return ofVentricularRun(run, beats, limits);
        }
        if (isEctopicEvery(2, limits.bigeminyCycles(), beats)) {
            return Rhythm.BIGEMINY;
        }
        if (isEctopicEvery(3, limits.trigeminyCycles(), beats)) {
            return Rhythm.TRIGEMINY;
        }
        if (beats.size() < LEAST_BEATS) {
            return Rhythm.UNKNOWN;
        }
        int recent = Math.min(PACED_OUT_OF, beats.size());
        if (2 * beats.count(BeatClass.Q, 0, recent) > recent) {
            return Rhythm.PACED;
        }
        if (RrIrregularity.isIrregular(beats)) {
            return Rhythm.IRREGULAR;
        }
        return isSupraventricularTachycardia(beats, limits) ? Rhythm.SUPRAVENTRICULAR_TACHYCARDIA : Rhythm.REGULAR;
    }

    private static Rhythm ofVentricularRun(int run, BeatHistory beats, RhythmLimits limits) {
        if (isAtLeast(limits.tachycardiaPerMinute(), limits.tachycardiaBeats(), run, beats)) {
            return Rhythm.VENTRICULAR_TACHYCARDIA;
        }
        boolean isSlow = run >= limits.idioventricularBeats()
                && !isAtLeast(limits.tachycardiaPerMinute(), limits.idioventricularBeats(), run, beats);
        return isSlow ? Rhythm.IDIOVENTRICULAR_RHYTHM : Rhythm.VENTRICULAR_RUN;
    }

    private static boolean isAtLeast(double perMinute, int count, int run, BeatHistory beats) {
        return run >= count && beats.beatsPerMinute(0, count) >= perMinute;
    }

    private static boolean isSupraventricularTachycardia(BeatHistory beats, RhythmLimits limits) {
        int count = limits.supraventricularBeats();
        return beats.size() >= count
                && beats.count(BeatClass.S, 0, count) == count
                && beats.mostlyReliable(0, count)
                && beats.beatsPerMinute(0, count) > limits.supraventricularPerMinute();
    }

    /** Whether every {@code period}th beat is ventricular, wherever in the cycle the latest beat is. */
    private static boolean isEctopicEvery(int period, int cycles, BeatHistory beats) {
        for (int back = 0; back < period; back++) {
            if (beats.isEctopicEvery(period, cycles, back)) {
                return beats.size() > 0 && !hasVentricular(beats, back);
            }
        }
        return false;
    }

    private static boolean hasVentricular(BeatHistory beats, int latest) {
        for (int back = 0; back < latest; back++) {
            if (beats.isVentricular(back)) {
                return true;
            }
        }
        return false;
    }
}
