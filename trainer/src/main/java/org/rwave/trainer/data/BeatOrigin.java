package org.rwave.trainer.data;

/** What was played when a beat was captured. */
public enum BeatOrigin {
    /** A record as it is, at its reference positions. */
    REFERENCE,
    /** The same record in another variant. */
    VARIANT,
    /** A simulated patient, in whatever variant. */
    SIMULATED
}
