package org.rwave.trainer.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A dense layer; the hidden ones end in a rectifier and, in training alone, dropout. */
public final class DenseUnit extends AbstractBlock {
    private final int units;
    private final boolean hidden;
    private final Linear linear;
    private final Dropout dropout;

    private DenseUnit(int units, boolean hidden, double dropoutRate) {
        this.units = units;
        this.hidden = hidden;
        linear = addChildBlock("linear", Linear.builder().setUnits(units).build());
        dropout = addChildBlock(
                "dropout", Dropout.builder().optRate((float) dropoutRate).build());
    }

    static DenseUnit hidden(int units, double dropoutRate) {
        return new DenseUnit(units, true, dropoutRate);
    }

    static DenseUnit output(int units) {
        return new DenseUnit(units, false, 0);
    }

    public int units() {
        return units;
    }

    public boolean isHidden() {
        return hidden;
    }

    /** {@code [out][in]}. */
    public float[] weights() {
        return Values.of(linear, "weight");
    }

    /** {@code [out]}. */
    public float[] bias() {
        return Values.of(linear, "bias");
    }

    /** Takes over weights and bias. */
    public void restore(float[] weights, float[] bias) {
        Values.set(linear, "weight", weights);
        Values.set(linear, "bias", bias);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList sums = linear.forward(store, inputs, training);
        return hidden ? dropout.forward(store, Activation.relu(sums), training) : sums;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return linear.getOutputShapes(inputs);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        linear.initialize(manager, dataType, inputs);
        dropout.initialize(manager, dataType, linear.getOutputShapes(inputs));
    }
}
