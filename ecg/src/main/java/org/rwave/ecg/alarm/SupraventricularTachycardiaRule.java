package org.rwave.ecg.alarm;

import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * Five or more consecutive supraventricular ectopic beats faster than 150 a minute (Philips "SVT": run of at least 5 SVPBs
 * above the SVT rate; Spacelabs: 5 premature beats of the dominant shape). The rate is that of the last five, without the
 * coupling interval; most of them in good quality. Ends with three beats that are not S, or when it slows.
 *
 * <p>What it cannot see: a tachycardia whose beats the classifier calls N because all of them are alike.
 */
final class SupraventricularTachycardiaRule implements BeatRule {
    private static final int END_BEATS = 3;

    private final int leastBeats;
    private final double abovePerMinute;
    private final double endPerMinute;

    SupraventricularTachycardiaRule(AlarmSettings settings) {
        leastBeats = settings.count(AlarmThreshold.SUPRAVENTRICULAR_TACHYCARDIA_BEATS);
        abovePerMinute = settings.get(AlarmThreshold.SUPRAVENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE);
        endPerMinute = abovePerMinute - settings.get(AlarmThreshold.RATE_HYSTERESIS_BEATS_PER_MINUTE);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.SUPRAVENTRICULAR_TACHYCARDIA;
    }

    @Override
    public String version() {
        return "supraventricular-tachycardia-1";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        if (active && beats.size() >= END_BEATS && beats.count(BeatClass.S, 0, END_BEATS) == 0) {
            return Claim.end(END_BEATS + " beats that are not supraventricular ectopic");
        }
        if (beats.size() < leastBeats || beats.count(BeatClass.S, 0, leastBeats) < leastBeats) {
            return Claim.NOTHING;
        }
        double perMinute = beats.beatsPerMinute(0, leastBeats);
        if (active) {
            return perMinute <= endPerMinute ? Claim.end("slowed to " + Claim.perMinute(perMinute)) : Claim.NOTHING;
        }
        return perMinute > abovePerMinute && beats.mostlyReliable(0, leastBeats)
                ? Claim.raise(
                        beats.sampleIndex(leastBeats - 1),
                        beats.sampleIndexes(0, leastBeats),
                        leastBeats + " supraventricular ectopic beats at " + Claim.perMinute(perMinute),
                        Criterion.atLeast(
                                AlarmThreshold.SUPRAVENTRICULAR_TACHYCARDIA_BEATS,
                                "S beats in a row",
                                leastBeats,
                                leastBeats),
                        Criterion.above(
                                AlarmThreshold.SUPRAVENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE,
                                "mean rate of the last " + leastBeats,
                                perMinute,
                                abovePerMinute),
                        Criterion.mostlyReliable(beats.reliable(0, leastBeats), leastBeats))
                : Claim.NOTHING;
    }
}
