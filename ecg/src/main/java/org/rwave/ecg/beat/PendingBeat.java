package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/**
 * A beat whose class is not decided yet.
 *
 * @param sourceSample R peak on the source's axis
 * @param fiducial R peak in conditioned samples since the last reset, refined, later aligned
 * @param preSeconds seconds since the previous beat; NaN for the first, after a gap, and until aligned
 * @param afterGap a gap lies between the previous beat and this one
 * @param provisionalStated revision 0 has been stated
 * @param firstUsable the first lead can be trusted here
 * @param secondUsable the second lead can be trusted here
 * @param lowQuality every usable lead is noisy here
 */
record PendingBeat(
        long sourceSample,
        long fiducial,
        double preSeconds,
        boolean afterGap,
        boolean provisionalStated,
        boolean firstUsable,
        boolean secondUsable,
        boolean lowQuality) {

    PendingBeat withProvisionalStated() {
        return new PendingBeat(
                sourceSample, fiducial, preSeconds, afterGap, true, firstUsable, secondUsable, lowQuality);
    }

    PendingBeat alignedAt(long alignedFiducial, double pre) {
        return new PendingBeat(
                sourceSample, alignedFiducial, pre, afterGap, provisionalStated, firstUsable, secondUsable, lowQuality);
    }

    boolean[] usable() {
        return new boolean[] {firstUsable, secondUsable};
    }

    void save(SnapshotWriter out) {
        out.putLong(sourceSample).putLong(fiducial).putDouble(preSeconds);
        out.putBoolean(afterGap).putBoolean(provisionalStated);
        out.putBoolean(firstUsable).putBoolean(secondUsable).putBoolean(lowQuality);
    }

    static PendingBeat load(SnapshotReader in) {
        return new PendingBeat(
                in.getLong(),
                in.getLong(),
                in.getDouble(),
                in.getBoolean(),
                in.getBoolean(),
                in.getBoolean(),
                in.getBoolean(),
                in.getBoolean());
    }
}
