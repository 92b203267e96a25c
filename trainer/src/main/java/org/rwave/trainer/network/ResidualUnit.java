package org.rwave.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Two convolutions beside a shortcut (He et al. 2016); halves the length. */
public final class ResidualUnit extends AbstractBlock {
    private final ConvUnit first;
    private final ConvUnit second;
    private final ConvUnit shortcut;

    ResidualUnit(int outputChannels, int kernel) {
        first = addChildBlock("first", new ConvUnit(outputChannels, kernel, 2));
        second = addChildBlock("second", new ConvUnit(outputChannels, kernel, 1));
        shortcut = addChildBlock("shortcut", new ConvUnit(outputChannels, 1, 2));
    }

    public ConvUnit first() {
        return first;
    }

    public ConvUnit second() {
        return second;
    }

    public ConvUnit shortcut() {
        return shortcut;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList deep = second.forward(store, Activation.relu(first.forward(store, inputs, training)), training);
        NDArray sum = deep.singletonOrThrow()
                .add(shortcut.forward(store, inputs, training).singletonOrThrow());
        return new NDList(Activation.relu(sum));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return shortcut.getOutputShapes(inputs);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        first.initialize(manager, dataType, inputs);
        second.initialize(manager, dataType, first.getOutputShapes(inputs));
        shortcut.initialize(manager, dataType, inputs);
    }
}
