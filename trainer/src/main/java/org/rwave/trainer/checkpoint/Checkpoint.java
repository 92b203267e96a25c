package org.rwave.trainer.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lines of text and named float arrays, both in the order in which they were put. */
public final class Checkpoint {
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final Map<String, float[]> arrays = new LinkedHashMap<>();

    /**
     * Puts {@code key=value}.
     *
     * @throws IllegalArgumentException when they cannot be told apart again on one line
     */
    public Checkpoint put(String key, String value) {
        if (key.isBlank() || key.indexOf('=') >= 0 || (key + value).indexOf('\n') >= 0 || key.equals("end")) {
            throw new IllegalArgumentException("'" + key + "=" + value + "' does not fit on a line of a checkpoint");
        }
        lines.put(key, value);
        return this;
    }

    /** Puts a copy of {@code numbers}. */
    public Checkpoint put(String name, float[] numbers) {
        arrays.put(name, numbers.clone());
        return this;
    }

    /** The value of {@code key}; empty text when there is none. */
    public String text(String key) {
        return lines.getOrDefault(key, "");
    }

    /** A copy of the array {@code name}; empty when there is none. */
    public float[] numbers(String name) {
        return arrays.getOrDefault(name, new float[0]).clone();
    }

    /** Whether there is an array {@code name}. */
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    Map<String, String> lines() {
        return lines;
    }

    Map<String, float[]> arrays() {
        return arrays;
    }
}
