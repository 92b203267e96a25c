package org.rwave.ecg.monitor;

/** Where the monitor takes its R peaks from. */
public enum BeatSource {
    /** The monitor's own detector. */
    DETECTOR,
    /** Positions that come with the samples: a recording's reference annotations. For scoring and training. */
    REFERENCE
}
