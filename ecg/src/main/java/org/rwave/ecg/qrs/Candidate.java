package org.rwave.ecg.qrs;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** A burst of QRS-like energy that may be a heartbeat. */
final class Candidate {
    /** Conditioned sample at which the fused energy peaked. */
    final long peakIndex;

    /** Conditioned position of the major deflection. */
    final double position;

    /** Peak energy of each lead, millivolts. */
    final double[] leadHeights;

    Candidate(long peakIndex, double position, double[] leadHeights) {
        this.peakIndex = peakIndex;
        this.position = position;
        this.leadHeights = leadHeights;
    }

    void save(SnapshotWriter out) {
        out.putLong(peakIndex).putDouble(position).putDoubles(leadHeights);
    }

    static Candidate load(SnapshotReader in, int leads) {
        long peakIndex = in.getLong();
        double position = in.getDouble();
        double[] leadHeights = new double[leads];
        in.getDoubles(leadHeights);
        return new Candidate(peakIndex, position, leadHeights);
    }
}
