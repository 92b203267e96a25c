package org.rwave.ecg.recording;

/** The rate at which a recording gives signals that were stored at different rates. */
public enum Resolution {
    /** One value per frame: signals stored more often are averaged, as WFDB's {@code getvec} does. */
    FRAME,
    /** The rate of the most densely stored signal; others hold their last value, as in WFDB's high-resolution mode. */
    FULL
}
