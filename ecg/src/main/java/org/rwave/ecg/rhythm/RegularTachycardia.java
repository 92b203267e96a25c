package org.rwave.ecg.rhythm;

/**
 * Whether the ventricles beat fast but in order: five ventricular beats in a row, evenly apart, at most 230 a minute. Its wave
 * has no rest and looks like flutter, but beats that can be counted are a tachycardia.
 */
public final class RegularTachycardia {
    private static final int BEATS = 5;
    private static final double GREATEST_PER_MINUTE = 230;
    private static final double UNEVENNESS = 0.2;
    /** A final class comes half a second and an interval after its beat; later than this, the next beat is overdue. */
    private static final long CLASS_DELAY_MICROS = 700_000;

    private static final double LATE_INTERVALS = 1.5;

    private RegularTachycardia() {}

    /** Of the last of {@code beats}, and still going on at {@code sampleIndex}. */
    public static boolean of(BeatHistory beats, long sampleIndex) {
        if (beats.size() < BEATS || beats.ventricularRun(0) < BEATS) {
            return false;
        }
        double mean = beats.spanMicros(BEATS - 1, 0) / (double) (BEATS - 1);
        if (60e6 / mean > GREATEST_PER_MINUTE) {
            return false;
        }
        for (int back = 0; back < BEATS - 1; back++) {
            if (Math.abs(beats.rrMicros(back) - mean) > UNEVENNESS * mean) {
                return false;
            }
        }
        return beats.microsSince(sampleIndex) <= CLASS_DELAY_MICROS + LATE_INTERVALS * mean;
    }
}
