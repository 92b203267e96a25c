package org.rwave.ecg.qrs;

import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

/** Picks the local maxima of the fused energy that nothing exceeds within {@link #DOMINANCE} samples on either side. */
final class PeakPicker {
    /** 200 ms, the refractory time of the ventricles (Pan &amp; Tompkins 1985). */
    static final int DOMINANCE = 36;

    static final long NONE = -1;

    /** Below this share of a typical complex there is nothing worth a look. */
    private static final double LOWEST_HEIGHT = 0.02;

    private double previous;
    private double beforePrevious;
    private double height;
    private long peak = NONE;

    /** Takes the energy at {@code index}; returns the index of a peak that is now certain, or {@link #NONE}. */
    long accept(long index, double energy) {
        boolean isMaximum = previous > beforePrevious && previous >= energy && previous > LOWEST_HEIGHT;
        if (isMaximum && (peak == NONE || previous > height)) {
            height = previous;
            peak = index - 1;
        }
        beforePrevious = previous;
        previous = energy;
        return peak != NONE && index - peak >= DOMINANCE ? take() : NONE;
    }

    /** The peak that is not yet certain, or {@link #NONE}; forgets it. */
    long take() {
        long taken = peak;
        peak = NONE;
        return taken;
    }

    /** The earliest sample that can still become a peak, {@code next} being the next one to come. */
    long earliest(long next) {
        return peak != NONE ? peak : next - 1;
    }

    void reset() {
        previous = 0;
        beforePrevious = 0;
        height = 0;
        peak = NONE;
    }

    void save(SnapshotWriter out) {
        out.putDouble(previous).putDouble(beforePrevious).putDouble(height).putLong(peak);
    }

    void load(SnapshotReader in) {
        previous = in.getDouble();
        beforePrevious = in.getDouble();
        height = in.getDouble();
        peak = in.getLong();
    }
}
