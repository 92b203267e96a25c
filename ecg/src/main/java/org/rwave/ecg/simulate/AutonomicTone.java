package org.rwave.ecg.simulate;

/**
 * Respiration, Mayer waves and slow drift, which move the heart rate (the two bands of McSharry et al. 2003, eq. 6, plus
 * the drift below them that Kobayashi and Musha 1982 describe) and, respiration, also the baseline and the amplitude.
 */
final class AutonomicTone {
    private static final long PURPOSE = 0x746f6e65;
    private static final double MAYER_HERTZ = 0.1;

    private final PatientProfile.HeartRateVariability variability;
    private final Oscillation respiration;
    private final Oscillation mayer;
    private final Oscillation[] drift;

    AutonomicTone(PatientProfile profile, long seed) {
        Randomness random = Randomness.of(seed, PURPOSE);
        this.variability = profile.hrv();
        this.respiration = new Oscillation(profile.respirationHertz(), 0.9, random);
        this.mayer = new Oscillation(MAYER_HERTZ, 0.6, random);
        this.drift = new Oscillation[] {
            new Oscillation(0.021, 0.3, random),
            new Oscillation(0.0073, 0.2, random),
            new Oscillation(0.0021, 0.1, random)
        };
    }

    /** In [-1, 1], 1 at full inspiration. */
    double respirationAt(double seconds) {
        return respiration.at(seconds);
    }

    /** Share by which RR at {@code seconds} differs from its mean; the faster the heart the less it varies. */
    double rrDeviationAt(double seconds, double meanRrSeconds) {
        double slow = 0;
        for (Oscillation part : drift) {
            slow += part.at(seconds);
        }
        double vagal = Math.max(0.25, Math.min(1.2, meanRrSeconds / 0.85));
        return vagal
                * (variability.respiration() * respiration.at(seconds)
                        + variability.mayer() * mayer.at(seconds)
                        + variability.drift() * 0.6 * slow);
    }

    double jitterSeconds() {
        return variability.jitter();
    }
}
