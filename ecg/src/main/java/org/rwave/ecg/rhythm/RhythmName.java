package org.rwave.ecg.rhythm;

import org.rwave.ecg.beat.BeatClass;

/**
 * Names the rhythm of the last beats, worst first. Runs and patterns by the rules of the alarms of the same name, with
 * their default thresholds.
 */
final class RhythmName {
    private static final int RUN_BEATS = 3;
    private static final int TACHYCARDIA_BEATS = 5;
    private static final double TACHYCARDIA_PER_MINUTE = 100;
    private static final int PATTERN_CYCLES = 3;
    /** Fewer beats have no name. */
    private static final int LEAST_BEATS = 4;
    /** Paced when most of this many beats are Q. */
    private static final int PACED_OUT_OF = 16;

    private RhythmName() {}

    static Rhythm of(BeatHistory beats) {
        int run = beats.ventricularRun(0);
        if (run >= RUN_BEATS && beats.mostlyReliable(0, run) && beats.count(BeatClass.V, 0, run) > 0) {
            boolean isTachycardia =
                    run >= TACHYCARDIA_BEATS && beats.beatsPerMinute(0, TACHYCARDIA_BEATS) >= TACHYCARDIA_PER_MINUTE;
            return isTachycardia ? Rhythm.VENTRICULAR_TACHYCARDIA : Rhythm.VENTRICULAR_RUN;
        }
        if (isEctopicEvery(2, beats)) {
            return Rhythm.BIGEMINY;
        }
        if (isEctopicEvery(3, beats)) {
            return Rhythm.TRIGEMINY;
        }
        if (beats.size() < LEAST_BEATS) {
            return Rhythm.UNKNOWN;
        }
        int recent = Math.min(PACED_OUT_OF, beats.size());
        if (2 * beats.count(BeatClass.Q, 0, recent) > recent) {
            return Rhythm.PACED;
        }
        return RrIrregularity.isIrregular(beats) ? Rhythm.IRREGULAR : Rhythm.REGULAR;
    }

    /** Whether every {@code period}th beat is ventricular, wherever in the cycle the latest beat is. */
    private static boolean isEctopicEvery(int period, BeatHistory beats) {
        for (int back = 0; back < period; back++) {
            if (beats.isEctopicEvery(period, PATTERN_CYCLES, back)) {
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
