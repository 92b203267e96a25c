package org.rwave.ecg.simulate;

/**
 * Baseline wander: respiration, which is the one that moves the heart rate too, and slow electrode drift, each lead with
 * its own share. Computed some ten times a second and joined by straight lines, which at these frequencies stays within
 * a microvolt of the curve.
 */
final class Wander {
    private final AutonomicTone tone;
    private final Oscillation[] drift;
    private double mlii;
    private double v1;
    private double mliiSlope;
    private double v1Slope;
    private boolean started;

    Wander(AutonomicTone tone, Randomness random) {
        this.tone = tone;
        this.drift = new Oscillation[] {
            new Oscillation(0.047, 0.8, random), new Oscillation(0.13, 1.2, random), new Oscillation(0.41, 1.5, random)
        };
    }

    /** Aims at the value {@code samples} ahead, at {@code seconds}, with {@code millivolts} of amplitude. */
    void tick(double seconds, int samples, double respirationMillivolts, double driftMillivolts) {
        double breath = respirationMillivolts * tone.respirationAt(seconds);
        double first = drift[0].at(seconds);
        double second = drift[1].at(seconds);
        double third = drift[2].at(seconds);
        double nextMlii = breath + driftMillivolts * (0.55 * first + 0.35 * second + 0.2 * third);
        double nextV1 = 0.6 * breath + driftMillivolts * (0.5 * second - 0.4 * first + 0.15 * third);
        if (!started) {
            started = true;
            mlii = nextMlii;
            v1 = nextV1;
        }
        mliiSlope = (nextMlii - mlii) / samples;
        v1Slope = (nextV1 - v1) / samples;
    }

    void advance() {
        mlii += mliiSlope;
        v1 += v1Slope;
    }

    double mlii() {
        return mlii;
    }

    double v1() {
        return v1;
    }
}
