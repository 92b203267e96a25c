package org.rwave.trainer.data;

import org.rwave.ecg.recording.Recording;

/**
 * A recording at another heart rate: all RR intervals times one factor. QRS complexes keep their width, ST-T and P change
 * with the square root of the factor (as QT does by Bazett's formula), and the rest of diastole takes what is left; where
 * it cannot, everything between two QRS complexes changes alike. Before the first and after the last beat nothing changes.
 */
final class RrStretch {
    private static final double QRS_SECONDS = 0.08;
    private static final double T_END_SECONDS = 0.4;
    private static final double P_START_SECONDS = 0.2;
    private static final double LARGEST_T_SHARE = 0.55;
    private static final double LARGEST_P_SHARE = 0.25;
    private static final double SMALLEST_SLOPE = 0.25;

    private final double hertz;
    private final double factor;
    private final double[] sourceKnots;
    private final double[] targetKnots;
    private final long[] targetBeats;
    private int knots;

    /** A stretch of what has beats at {@code beats}, ascending; {@code length} samples in all. */
    RrStretch(long[] beats, long length, double hertz, double factor) {
        this.hertz = hertz;
        this.factor = factor;
        this.sourceKnots = new double[5 * beats.length + 2];
        this.targetKnots = new double[sourceKnots.length];
        this.targetBeats = beats.clone();
        knot(0, 0);
        for (int i = 0; i < beats.length; i++) {
            double source = (double) beats[i];
            double target = source;
            if (i > 0) {
                double previousSource = (double) beats[i - 1];
                double previousTarget = (double) targetBeats[i - 1];
                target = previousTarget + Math.max(1, Math.rint(factor * (source - previousSource)));
                between(previousSource, source - previousSource, previousTarget, target - previousTarget);
            }
            targetBeats[i] = (long) target;
            knot(source, target);
        }
        knot((double) length, (double) length - sourceKnots[knots - 1] + targetKnots[knots - 1]);
    }

    private void knot(double source, double target) {
        if (knots == 0 || (source > sourceKnots[knots - 1] && target > targetKnots[knots - 1])) {
            sourceKnots[knots] = source;
            targetKnots[knots] = target;
            knots++;
        }
    }

    /** Four knots in one RR interval: end of QRS, end of T, start of P, start of the next QRS. */
    private void between(double source, double interval, double target, double wanted) {
        double qrs = Math.min(QRS_SECONDS * hertz, Math.min(interval, wanted) / 4);
        double afterT = Math.max(qrs, Math.min(T_END_SECONDS * hertz, LARGEST_T_SHARE * interval));
        double beforeP = Math.max(qrs, Math.min(P_START_SECONDS * hertz, LARGEST_P_SHARE * interval));
        double slope = Math.sqrt(factor);
        double diastole = interval - afterT - beforeP;
        double left = wanted - 2 * qrs - slope * (afterT + beforeP - 2 * qrs);
        if (diastole <= 0 || left < SMALLEST_SLOPE * diastole) {
            slope = (wanted - 2 * qrs) / (interval - 2 * qrs);
        }
        knot(source + qrs, target + qrs);
        knot(source + afterT, target + qrs + slope * (afterT - qrs));
        knot(source + interval - beforeP, target + wanted - qrs - slope * (beforeP - qrs));
        knot(source + interval - qrs, target + wanted - qrs);
    }

    /** Where the beats are afterwards. */
    long[] beats() {
        return targetBeats.clone();
    }

    /** The samples of {@code recording}, linearly interpolated. */
    LoadedRecording of(LoadedRecording recording) {
        int length = (int) targetKnots[knots - 1];
        int[][] stretched = new int[recording.leads().size()][length];
        int knot = 0;
        for (int i = 0; i < length; i++) {
            while (knot + 2 < knots && i >= targetKnots[knot + 1]) {
                knot++;
            }
            double along = (i - targetKnots[knot]) / (targetKnots[knot + 1] - targetKnots[knot]);
            double at = sourceKnots[knot] + along * (sourceKnots[knot + 1] - sourceKnots[knot]);
            for (int lead = 0; lead < stretched.length; lead++) {
                stretched[lead][i] = interpolate(recording, lead, at);
            }
        }
        return recording.withSamples(stretched);
    }

    private static int interpolate(LoadedRecording recording, int lead, double at) {
        int before = Math.min(recording.sampleCount() - 1, (int) at);
        int after = Math.min(recording.sampleCount() - 1, before + 1);
        int first = recording.raw(lead, before);
        int second = recording.raw(lead, after);
        if (first == Recording.MISSING || second == Recording.MISSING) {
            return Recording.MISSING;
        }
        return (int) Math.round(first + (at - before) * ((double) second - first));
    }
}
