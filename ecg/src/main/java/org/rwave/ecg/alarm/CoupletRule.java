package org.rwave.ecg.alarm;

import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.rhythm.BeatHistory;

/**
 * Exactly two consecutive ventricular beats, between two that are not (EC57:2012, 4.4; Philips "Pair PVCs", GE "Couplet").
 * Known only with the beat after: a third ventricular beat would make it a run. All four beats must be of good quality,
 * one of the two a V.
 */
final class CoupletRule implements BeatRule {
    @Override
    public AlarmKind kind() {
        return AlarmKind.VENTRICULAR_COUPLET;
    }

    @Override
    public String version() {
        return "ventricular-couplet-1";
    }

    @Override
    public Claim judge(BeatHistory beats, boolean active) {
        if (beats.size() < 4 || beats.isVentricular(0) || beats.ventricularRun(1) != 2) {
            return Claim.NOTHING;
        }
        if (beats.count(BeatClass.V, 1, 2) == 0 || !beats.allReliable(0, 4)) {
            return Claim.NOTHING;
        }
        return Claim.raise(
                beats.sampleIndex(2),
                beats.sampleIndexes(0, 4),
                "2 ventricular beats " + Math.round(beats.rrMicros(1) / 1e3) + " ms apart",
                Criterion.fixed("ventricular beats between two others", 2, Criterion.Comparison.AT_LEAST, 2, ""),
                Criterion.oneVentricular(beats.count(BeatClass.V, 1, 2)),
                Criterion.allReliable(4));
    }
}
