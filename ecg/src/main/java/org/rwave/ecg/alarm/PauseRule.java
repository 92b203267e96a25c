package org.rwave.ecg.alarm;

/**
 * An RR interval of at least 2.5 s (GE: 3 s, 1 to 5 s adjustable; Philips 1.5 to 2.5 s; Mindray 2.0 s). Raised by the
 * tick that completes the time, without waiting for the beat that ends the pause. Only between beats: not before the
 * first one, and not across a gap or leads off.
 */
final class PauseRule {
    static final String VERSION = "pause-1";

    private final long leastMicros;

    PauseRule(AlarmSettings settings) {
        leastMicros = settings.micros(AlarmThreshold.PAUSE_SECONDS);
    }

    Claim judge(SilenceClock silence, long now) {
        long micros = silence.silenceMicros(now);
        return micros >= leastMicros && silence.isRrInterval()
                ? Claim.raise(
                        silence.since(),
                        silence.beatBefore(),
                        "no R peak for " + Claim.seconds(micros),
                        Criterion.atLeast(
                                AlarmThreshold.PAUSE_SECONDS,
                                "since the last R peak, uninterrupted",
                                micros / 1e6,
                                leastMicros / 1e6))
                : Claim.NOTHING;
    }
}
