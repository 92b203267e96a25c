package org.rwave.trainer.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * One layer of long short-term memory, {@code [beat][step][value]} to {@code [beat][step][unit]}. Weights come gate by
 * gate in the engine's order: input, forget, cell, output.
 */
public final class LstmUnit extends AbstractBlock {
    private final int units;
    private final LSTM layer;

    LstmUnit(int units) {
        this.units = units;
        layer = addChildBlock(
                "lstm",
                LSTM.builder()
                        .setStateSize(units)
                        .setNumLayers(1)
                        .optBatchFirst(true)
                        .optReturnState(false)
                        .build());
    }

    public int units() {
        return units;
    }

    /** {@code [gate x unit][input]}. */
    public float[] inputWeights() {
        return values("i2h_WEIGHT");
    }

    /** {@code [gate x unit][unit]}. */
    public float[] stateWeights() {
        return values("h2h_WEIGHT");
    }

    /** {@code [gate x unit]}. */
    public float[] inputBias() {
        return values("i2h_BIAS");
    }

    /** {@code [gate x unit]}. */
    public float[] stateBias() {
        return values("h2h_BIAS");
    }

    /** Takes over weights and biases, laid out as they are given. */
    public void restore(float[] inputWeights, float[] stateWeights, float[] inputBias, float[] stateBias) {
        Values.set(layer, nameOf("i2h_WEIGHT"), inputWeights);
        Values.set(layer, nameOf("h2h_WEIGHT"), stateWeights);
        Values.set(layer, nameOf("i2h_BIAS"), inputBias);
        Values.set(layer, nameOf("h2h_BIAS"), stateBias);
    }

    private float[] values(String ending) {
        return Values.of(layer, nameOf(ending));
    }

    /** The engine numbers layers and directions in front. */
    private String nameOf(String ending) {
        return layer.getDirectParameters().keys().stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the LSTM has no " + ending + ", only "
                        + layer.getDirectParameters().keys()));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        return new NDList(layer.forward(store, inputs, training).head());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), inputs[0].get(1), units)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        layer.initialize(manager, dataType, inputs);
    }
}
