package org.rwave.ecg.beat;

/** Ratios as the classifier sees them. */
final class LogRatio {
    private static final double CLIP = 1.5;

    private LogRatio() {}

    /** Natural logarithm of {@code value} over {@code usual}, between -1.5 and 1.5; 0 unless both are positive. */
    static float of(double value, double usual) {
        if (!(value > 0 && usual > 0)) {
            return 0;
        }
        return (float) Math.max(-CLIP, Math.min(CLIP, StrictMath.log(value / usual)));
    }
}
