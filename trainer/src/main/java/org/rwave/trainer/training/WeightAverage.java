package org.rwave.trainer.training;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Exponential moving average of all parameters of a network, the running statistics of its normalisations included
 * (Polyak averaging; Izmailov et al. 2018 for why it generalises better). Early steps are averaged evenly.
 */
public final class WeightAverage {
    private final double decay;
    private final List<Parameter> parameters;
    private final List<float[]> averages = new ArrayList<>();
    private int updates;

    public WeightAverage(Block network, double decay) {
        this.decay = decay;
        this.parameters = network.getParameters().values();
        for (Parameter parameter : parameters) {
            averages.add(parameter.getArray().toFloatArray());
        }
    }

    /** Takes the current weights in. */
    public void update() {
        updates++;
        double kept = Math.min(decay, (updates - 1.0) / updates);
        for (int p = 0; p < averages.size(); p++) {
            float[] average = averages.get(p);
            float[] now = parameters.get(p).getArray().toFloatArray();
            for (int i = 0; i < average.length; i++) {
                average[i] = (float) (kept * average[i] + (1 - kept) * now[i]);
            }
        }
    }

    /** How often {@link #update} was called. */
    int updates() {
        return updates;
    }

    /** A copy of the average of parameter number {@code parameter}. */
    float[] values(int parameter) {
        return averages.get(parameter).clone();
    }

    /** Goes on from {@code count} updates that gave {@code values}, one array a parameter. */
    void restore(int count, List<float[]> values) {
        updates = count;
        averages.clear();
        values.forEach(array -> averages.add(array.clone()));
    }

    /** Replaces the weights of the network by their averages. */
    public void install() {
        for (int p = 0; p < averages.size(); p++) {
            parameters.get(p).getArray().set(FloatBuffer.wrap(averages.get(p)));
        }
    }
}
