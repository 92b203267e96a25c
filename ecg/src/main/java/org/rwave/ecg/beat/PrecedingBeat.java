package org.rwave.ecg.beat;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** The beat before: an ectopic beat seldom comes alone, and what follows one is early or late by its doing. */
final class PrecedingBeat {
    static final int COUNT = 4;

    private final short[] qrs = new short[Segment.QRS.length()];
    private float pCorrelation;
    private float qrsCorrelation = 1;
    private float qrsDifference;
    private boolean known;

    /** Writes the features of a beat whose leading lead is {@code row}, all window samples in quarter microvolts. */
    void write(float[] into, int at, double[] row) {
        into[at] = qrsCorrelation;
        into[at + 1] = pCorrelation;
        into[at + 2] = qrsDifference;
        into[at + 3] = known ? (float) Correlation.of(row, Segment.QRS.from(), qrs, 0, qrs.length) : 0;
    }

    /** Remembers the beat; {@code difference} is the log of its distance from its template over the usual one. */
    void learn(double[] row, float correlationOfP, float correlationOfQrs, float difference) {
        for (int i = 0; i < qrs.length; i++) {
            qrs[i] = (short) Math.max(-32767, Math.min(32767, Math.rint(row[Segment.QRS.from() + i])));
        }
        pCorrelation = correlationOfP;
        qrsCorrelation = correlationOfQrs;
        qrsDifference = difference;
        known = true;
    }

    void save(SnapshotWriter out) {
        out.putBoolean(known);
        if (known) {
            out.putDifferences(qrs, qrs.length);
            out.putFloat(pCorrelation).putFloat(qrsCorrelation).putFloat(qrsDifference);
        }
    }

    void load(SnapshotReader in) {
        known = in.getBoolean();
        if (known) {
            in.getDifferences(qrs, qrs.length);
            pCorrelation = in.getFloat();
            qrsCorrelation = in.getFloat();
            qrsDifference = in.getFloat();
        }
    }
}
