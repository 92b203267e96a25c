package org.rwave.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Two convolutions beside an identity, then the maximum of five samples at every second. */
public final class PooledUnit extends AbstractBlock {
    /** Samples of a maximum. */
    public static final int POOL = 5;

    /** Samples between two maxima. */
    public static final int POOL_STRIDE = 2;

    private final ConvUnit first;
    private final ConvUnit second;

    PooledUnit(int channels, int kernel) {
        first = addChildBlock("first", new ConvUnit(channels, kernel, 1));
        second = addChildBlock("second", new ConvUnit(channels, kernel, 1));
    }

    public ConvUnit first() {
        return first;
    }

    public ConvUnit second() {
        return second;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList deep = second.forward(store, Activation.relu(first.forward(store, inputs, training)), training);
        NDArray sum = Activation.relu(deep.singletonOrThrow().add(inputs.singletonOrThrow()));
        return new NDList(Pool.maxPool1d(sum, new Shape(POOL), new Shape(POOL_STRIDE), new Shape(POOL / 2), false));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        long length = (inputs[0].get(2) + 2 * (POOL / 2) - POOL) / POOL_STRIDE + 1;
        return new Shape[] {new Shape(inputs[0].get(0), inputs[0].get(1), length)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        first.initialize(manager, dataType, inputs);
        second.initialize(manager, dataType, inputs);
    }
}
