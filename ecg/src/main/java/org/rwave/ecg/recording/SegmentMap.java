package org.rwave.ecg.recording;

import java.util.Arrays;

/** Carries the values of a segment to the signals of its record, in the record's raw units. */
final class SegmentMap {
    private static final int ABSENT = -1;

    private final int segmentSignals;
    private final int[] sourceOf;
    private final double[] scale;
    private final double[] offset;

    SegmentMap(int segmentSignals, int recordSignals) {
        this.segmentSignals = segmentSignals;
        this.sourceOf = new int[recordSignals];
        this.scale = new double[recordSignals];
        this.offset = new double[recordSignals];
        Arrays.fill(sourceOf, ABSENT);
    }

    int segmentSignals() {
        return segmentSignals;
    }

    boolean isTaken(int target) {
        return sourceOf[target] != ABSENT;
    }

    /** Sends signal {@code source} to {@code target}; where gain or baseline differ, values are converted. */
    void put(int source, int target, StoredSignal from, StoredSignal to) {
        sourceOf[target] = source;
        scale[target] = to.rawUnitsPerUnit() / from.rawUnitsPerUnit();
        offset[target] = to.baselineUnits() - scale[target] * from.baselineUnits();
    }

    void copy(int[] segment, int points, int[] out) {
        for (int target = 0; target < sourceOf.length; target++) {
            int to = target;
            int source = sourceOf[target];
            boolean isSame = scale[target] == 1 && offset[target] == 0;
            for (int p = 0, from = source; p < points; p++, from += segmentSignals, to += sourceOf.length) {
                int value = source == ABSENT ? Recording.MISSING : segment[from];
                out[to] = isSame || value == Recording.MISSING ? value : converted(value, target);
            }
        }
    }

    /** Rounded half away from zero, as WFDB does. */
    private int converted(int value, int target) {
        double exact = value * scale[target] + offset[target];
        return (int) (exact >= 0 ? exact + 0.5 : exact - 0.5);
    }
}
