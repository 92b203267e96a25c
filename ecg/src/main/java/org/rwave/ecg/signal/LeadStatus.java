package org.rwave.ecg.signal;

/** What may be claimed from one lead right now. */
public enum LeadStatus {
    GOOD,
    NOISY,
    /** No voltage change: electrode or amplifier fault. */
    FLAT,
    /** Samples missing. */
    OFF
}
