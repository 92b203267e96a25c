package org.rwave.trainer.data;

/**
 * How a record is played to the monitor when beats are captured. The variants beside {@link #REFERENCE} show the network
 * what it will meet at the bedside: positions from the own detector, one electrode missing.
 */
public enum CaptureVariant {
    /** Both leads, R peaks at the reference annotations. */
    REFERENCE,
    /** Both leads, R peaks from the own detector: its jitter, its missed and its invented beats. */
    DETECTOR,
    /** The first lead alone, reference R peaks. */
    FIRST_LEAD,
    /** The second lead alone, reference R peaks. */
    SECOND_LEAD,
    /** Both leads, reference R peaks moved at random by up to three samples and one in fifty left out. */
    JITTERED
}
