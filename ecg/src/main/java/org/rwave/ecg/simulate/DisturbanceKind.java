package org.rwave.ecg.simulate;

/** What can happen to the signal between the heart and the recorder. */
enum DisturbanceKind {
    BASELINE_WANDER,
    MAINS,
    MUSCLE,
    ELECTRODE_MOTION,
    /** Samples missing: the monitor knows that the electrode is off. */
    LEAD_MISSING,
    /** A constant voltage: the monitor does not say that the electrode is off. */
    LEAD_FLAT;

    boolean isLeadFault() {
        return this == LEAD_MISSING || this == LEAD_FLAT;
    }
}
