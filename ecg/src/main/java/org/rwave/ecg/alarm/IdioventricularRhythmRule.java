package org.rwave.ecg.alarm;

import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * Five or more consecutive ventricular beats slower than ventricular tachycardia (Mindray "Vent. Rhythm": at least 5,
 * below the tachycardia rate; Philips asks for 14). The rate is that of the last five beats. Ends with the run or when it
 * becomes a tachycardia.
 */
final class IdioventricularRhythmRule implements BeatRule {
    private final int leastBeats;
    private final double belowPerMinute;

    IdioventricularRhythmRule(AlarmSettings settings) {
        leastBeats = settings.count(AlarmThreshold.IDIOVENTRICULAR_RHYTHM_BEATS);
        belowPerMinute = settings.get(AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE);
    }

    @Override
    public AlarmKind kind() {
        return AlarmKind.IDIOVENTRICULAR_RHYTHM;
    }

    @Override
    public String version() {
        return "idioventricular-rhythm-1";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        int run = beats.ventricularRun(0);
        if (run == 0) {
            return active ? Claim.end("a beat that is not ventricular") : Claim.NOTHING;
        }
        if (run < leastBeats) {
            return Claim.NOTHING;
        }
        double perMinute = beats.beatsPerMinute(0, leastBeats);
        if (perMinute >= belowPerMinute) {
            return active ? Claim.end("accelerated to " + Claim.perMinute(perMinute)) : Claim.NOTHING;
        }
        boolean isSure = beats.count(BeatClass.V, 0, leastBeats) > 0 && beats.mostlyReliable(0, leastBeats);
        return active || !isSure
                ? Claim.NOTHING
                : Claim.raise(
                        beats.sampleIndex(leastBeats - 1),
                        beats.sampleIndexes(0, leastBeats),
                        leastBeats + " ventricular beats at " + Claim.perMinute(perMinute),
                        Criterion.atLeast(
                                AlarmThreshold.IDIOVENTRICULAR_RHYTHM_BEATS,
                                "ventricular beats in a row",
                                run,
                                leastBeats),
                        Criterion.below(
                                AlarmThreshold.VENTRICULAR_TACHYCARDIA_BEATS_PER_MINUTE,
                                "mean rate of the last " + leastBeats,
                                perMinute,
                                belowPerMinute),
                        Criterion.oneVentricular(beats.count(BeatClass.V, 0, leastBeats)),
                        Criterion.mostlyReliable(beats.reliable(0, leastBeats), leastBeats));
    }
}
