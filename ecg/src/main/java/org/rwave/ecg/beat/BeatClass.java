package org.rwave.ecg.beat;

/**
 * The five beat classes of ANSI/AAMI EC57 (2012, 4.3). The order is that of every probability vector in the system.
 */
public enum BeatClass {
    /** Any beat that is not S, V, F or Q; bundle branch block beats included. */
    N,
    /** Supraventricular ectopic beat. */
    S,
    /** Ventricular ectopic beat. */
    V,
    /** Fusion of a ventricular and a normal beat. */
    F,
    /** Paced, or not classifiable. */
    Q;

    private static final BeatClass[] VALUES = values();

    /** Number of classes. */
    public static final int COUNT = VALUES.length;

    /** The class at {@code index} of a probability vector. */
    public static BeatClass at(int index) {
        return VALUES[index];
    }

    /** V or F: what EC57 counts towards a ventricular run. */
    public boolean isVentricular() {
        return this == V || this == F;
    }
}
