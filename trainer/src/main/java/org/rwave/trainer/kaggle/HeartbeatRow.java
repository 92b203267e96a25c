package org.rwave.trainer.kaggle;

/** One line of a heartbeat file: a beat and the begin of the next, scaled to 0..1, and its label. Immutable. */
public final class HeartbeatRow {
    /** Values of a row. */
    public static final int LENGTH = 187;

    private final float[] values;
    private final int label;

    /**
     * Copies {@code values}.
     *
     * @throws IllegalArgumentException when they are not {@value #LENGTH}
     */
    public HeartbeatRow(float[] values, int label) {
        if (values.length != LENGTH) {
            throw new IllegalArgumentException("a row has " + LENGTH + " values, was given " + values.length);
        }
        this.values = values.clone();
        this.label = label;
    }

    /** Number of its class: for MIT-BIH the place in {@code BeatClass}, for PTB 1 when abnormal. */
    public int label() {
        return label;
    }

    public float value(int index) {
        return values[index];
    }

    /** Puts the values at {@code at}. */
    public void copyTo(float[] into, int at) {
        System.arraycopy(values, 0, into, at, LENGTH);
    }
}
