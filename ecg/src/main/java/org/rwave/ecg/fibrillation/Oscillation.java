package org.rwave.ecg.fibrillation;

/**
 * The state of the wave, as of the last four seconds.
 *
 * @param isFibrillation fibrillation or flutter, for at least four seconds
 * @param isPossible the latest window may be, or two windows in a row are certain before it is claimed: a pause
 *     between R peaks is then no asystole
 * @param logOdds of the latest window; negative infinity when its frequency or height is not that of fibrillation
 * @param hertz frequency of the wave, mean over the leads
 * @param leakage what the VF filter leaves, 0 to 1, mean over the leads
 * @param rest share of time in which the wave rests, 0 to 1, mean over the leads
 * @param millivolts height of the wave in the lead where it is greatest
 */
public record Oscillation(
        boolean isFibrillation,
        boolean isPossible,
        double logOdds,
        double hertz,
        double leakage,
        double rest,
        double millivolts) {
    /** Nothing is known. */
    public static final Oscillation NONE = new Oscillation(false, false, Double.NEGATIVE_INFINITY, 0, 1, 1, 0);
}
