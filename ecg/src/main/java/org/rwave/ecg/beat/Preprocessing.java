package org.rwave.ecg.beat;

/**
 * The shape and the name of what the classifier sees. A model file carries the same {@link #ID}; a model made for
 * another one is refused. Change the id whenever anything that reaches {@link BeatInput} changes.
 */
public final class Preprocessing {
    /** Version of everything between the raw sample and {@link BeatInput}. */
    public static final String ID = "rwave-beat-5";

    /** Conditioned samples per second. */
    public static final int HERTZ = 180;

    /** Leads that the classifier sees; a missing one is all zeros. */
    public static final int LEADS = 2;

    /** Samples in the window before the R peak. */
    public static final int SAMPLES_BEFORE_R = 67;

    /** Samples in the window, R peak included: 0.89 s. */
    public static final int WINDOW_SAMPLES = 160;

    /** Rows of the waveform tensor: lead 1, lead 2, lead 1 minus template, lead 2 minus template; lead 1 is the first usable. */
    public static final int CHANNELS = 2 * LEADS;

    /** Length of the feature vector, whose parts {@link FeatureVector} names. */
    public static final int FEATURES = FeatureVector.COUNT;

    private Preprocessing() {}
}
