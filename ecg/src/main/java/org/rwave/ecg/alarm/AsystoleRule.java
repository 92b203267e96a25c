package org.rwave.ecg.alarm;

/**
 * No QRS for at least 4 seconds (PhysioNet/CinC Challenge 2015; Philips, Mindray, Edan: 4 s), while a lead is usable.
 * Deliberately not gated by signal quality beyond that: a quiet line is what asystole looks like. Raised by the tick
 * that completes the time, without waiting for a next beat; also when no beat has appeared since watching began. Ended
 * by the next R peak.
 */
final class AsystoleRule {
    static final String VERSION = "asystole-1";

    private final long leastMicros;

    AsystoleRule(AlarmSettings settings) {
        leastMicros = settings.micros(AlarmThreshold.ASYSTOLE_SECONDS);
    }

    Claim judge(SilenceClock silence, long now) {
        long micros = silence.silenceMicros(now);
        return micros >= leastMicros
                ? Claim.raise(
                        silence.since(),
                        silence.beatBefore(),
                        "no R peak for " + Claim.seconds(micros),
                        Criterion.atLeast(
                                AlarmThreshold.ASYSTOLE_SECONDS,
                                "without an R peak while a lead was usable",
                                micros / 1e6,
                                leastMicros / 1e6))
                : Claim.NOTHING;
    }

    Claim beat() {
        return Claim.end("an R peak");
    }
}
