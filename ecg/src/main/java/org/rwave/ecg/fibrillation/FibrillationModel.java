package org.rwave.ecg.fibrillation;

/**
 * The decision about one window of four seconds: limits of frequency and height, and a line through two measures. All numbers
 * of the detector are here.
 *
 * <p>The line is a logistic regression on windows of VFDB (22 records) and of the 22 DS1 records of MIT-BIH, the latter also
 * with noise of the Noise Stress Test Database added, within the limits; windows of annotated VT, of noise annotated in VFDB
 * and of 418's wide-complex rhythm at 110 to 130 a minute, which the frequency tells apart, took no part. Records weigh as the root of
 * their number of windows, both classes the same. Left out by record in ten groups, the area under its curve is 0.999; the line here is that of the last group, fitted on the other nine. More
 * measures (threshold crossings, Thakor 1990, Arafat 2011; counts of the band-passed signal, Jekova and Krasteva 2004;
 * phase space, Amann 2007; moments) added less than 0.001. See {@code docs/alarms.md}.
 */
public final class FibrillationModel {
    /** Slower is no flutter: wide complexes at 110 a minute (VFDB 418) measure 2.5 Hz, flutter at 180 a minute 3.0. */
    public static final double LEAST_HERTZ = 2.8;
    /** Faster is no heart (Amann et al. 2005: fibrillation lies between 2 and 9 Hz). */
    public static final double GREATEST_HERTZ = 9;
    /** Smaller is asystole, not fine fibrillation (AHA: fine below 0.2 mV, asystole below 0.1 mV). */
    public static final double LEAST_MILLIVOLTS = 0.15;

    private static final double INTERCEPT = 36.3;
    private static final double PER_LEAKAGE = -16.6;
    private static final double PER_REST = -35.6;

    /** Certain enough to raise an alarm, when it repeats. */
    public static final double CERTAIN = 2.5;
    /** Not certain, but enough to keep to fibrillation that was; below, a lead speaks against it. */
    private static final double POSSIBLE = 0;

    private FibrillationModel() {}

    /** Whether the wave is high enough to say anything. */
    static boolean isWave(WaveMeasures lead) {
        return lead.millivolts() >= LEAST_MILLIVOLTS;
    }

    /** Whether ventricles flutter or fibrillate at {@code hertz}. */
    static boolean isVentricular(double hertz) {
        return hertz >= LEAST_HERTZ && hertz <= GREATEST_HERTZ;
    }

    /** Logarithm of the odds that the window of one lead is fibrillation or flutter, if its frequency allows it. */
    static double logOdds(WaveMeasures lead) {
        return INTERCEPT + PER_LEAKAGE * lead.leakage() + PER_REST * lead.rest();
    }

    static boolean isCertain(double logOdds) {
        return logOdds >= CERTAIN;
    }

    static boolean isPossible(double logOdds) {
        return logOdds >= POSSIBLE;
    }
}
