package org.rwave.ecg.beat;

import java.util.Arrays;

/** Calibrated probabilities of the five {@link BeatClass}es, in their order; they sum to 1 within 1e-3. */
public final class ClassProbabilities {
    private final float[] values;

    private ClassProbabilities(float[] values) {
        this.values = values;
    }

    /**
     * Copies {@code values}.
     *
     * @throws IllegalArgumentException when there are not five, one is outside [0, 1] or the sum is not 1 within 1e-3
     */
    public static ClassProbabilities of(float... values) {
        if (values.length != BeatClass.COUNT) {
            throw new IllegalArgumentException("need " + BeatClass.COUNT + " probabilities, had " + values.length);
        }
        double sum = 0;
        for (float value : values) {
            if (!(value >= 0 && value <= 1.0001f)) {
                throw new IllegalArgumentException("probabilities must be in [0, 1], were " + Arrays.toString(values));
            }
            sum += value;
        }
        if (!(Math.abs(sum - 1) < 1e-3)) {
            throw new IllegalArgumentException("probabilities must sum to 1, were " + Arrays.toString(values));
        }
        return new ClassProbabilities(values.clone());
    }

    /** All the probability on one class. */
    public static ClassProbabilities certain(BeatClass beatClass) {
        float[] values = new float[BeatClass.COUNT];
        values[beatClass.ordinal()] = 1;
        return new ClassProbabilities(values);
    }

    public float of(BeatClass beatClass) {
        return values[beatClass.ordinal()];
    }

    /**
     * The same with {@code probability} for {@code beatClass}; the others share the rest in the proportions that they had.
     * Unchanged where all of the probability was on {@code beatClass}, since then there are no proportions.
     */
    ClassProbabilities with(BeatClass beatClass, float probability) {
        double others = 0;
        for (int i = 0; i < values.length; i++) {
            others += i == beatClass.ordinal() ? 0 : values[i];
        }
        if (others == 0) {
            return this;
        }
        float[] changed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = i == beatClass.ordinal() ? probability : (float) (values[i] * (1 - probability) / others);
        }
        return new ClassProbabilities(changed);
    }

    /** The most probable class; of equals, the first. */
    public BeatClass mostProbable() {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return BeatClass.at(best);
    }

    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassProbabilities that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
