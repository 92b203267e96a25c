package org.rwave.ecg.simulate;

/**
 * One wave of a beat: a Gaussian with its own width on either side of the peak.
 *
 * @param centreSeconds peak, relative to the beat's reference instant
 * @param risingSeconds standard deviation before the peak
 * @param fallingSeconds standard deviation after the peak
 * @param mliiMillivolts height in lead MLII
 * @param v1Millivolts height in lead V1
 */
record Wave(
        double centreSeconds, double risingSeconds, double fallingSeconds, double mliiMillivolts, double v1Millivolts) {
    /**
     * Where a reader of the trace sees a Gaussian wave begin and end, in standard deviations: there it has fallen to 9 %
     * of its height.
     */
    static final double VISIBLE_SIGMAS = 2.2;

    static Wave of(double centreSeconds, double sigmaSeconds, double mliiMillivolts, double v1Millivolts) {
        return new Wave(centreSeconds, sigmaSeconds, sigmaSeconds, mliiMillivolts, v1Millivolts);
    }

    /** The same wave, {@code factor} times as high. */
    Wave scaled(double factor) {
        return new Wave(centreSeconds, risingSeconds, fallingSeconds, factor * mliiMillivolts, factor * v1Millivolts);
    }

    Wave shifted(double seconds) {
        return new Wave(centreSeconds + seconds, risingSeconds, fallingSeconds, mliiMillivolts, v1Millivolts);
    }

    double endSeconds() {
        return centreSeconds + VISIBLE_SIGMAS * fallingSeconds;
    }

    /** Share of the wave's height that is left {@code seconds} after the beat's reference instant. */
    double shapeAt(double seconds) {
        double distance = seconds - centreSeconds;
        double sigmas = distance / (distance < 0 ? risingSeconds : fallingSeconds);
        return StrictMath.exp(-0.5 * sigmas * sigmas);
    }
}
