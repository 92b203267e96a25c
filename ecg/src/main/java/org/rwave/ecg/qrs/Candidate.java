package org.rwave.ecg.qrs;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** A burst of QRS-like energy that may be a heartbeat, with what its shape says. */
final class Candidate {
    /** Conditioned sample at which the fused energy peaked. */
    final long peak;

    /** Conditioned position of the major deflection. */
    final double position;

    /** Fused height, in typical complexes. */
    final double height;

    /** Height of each lead in its typical complexes; NaN where the lead did not count. */
    final double[] leadHeights;

    /** See {@link Evidence}. */
    final double[] evidence;

    Candidate(long peak, double position, double height, double[] leadHeights, double[] evidence) {
        this.peak = peak;
        this.position = position;
        this.height = height;
        this.leadHeights = leadHeights;
        this.evidence = evidence;
    }

    void save(SnapshotWriter out) {
        out.putLong(peak).putDouble(position).putDouble(height).putDoubles(leadHeights);
        Evidence.save(evidence, out);
    }

    static Candidate load(SnapshotReader in, int leads) {
        long peak = in.getLong();
        double position = in.getDouble();
        double height = in.getDouble();
        double[] leadHeights = new double[leads];
        in.getDoubles(leadHeights);
        return new Candidate(peak, position, height, leadHeights, Evidence.load(in, height));
    }
}
