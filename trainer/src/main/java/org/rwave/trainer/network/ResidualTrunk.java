package org.rwave.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/** Stem, residual blocks, mean and maximum over time. */
public final class ResidualTrunk extends Trunk {
    private final ConvUnit stem;
    private final List<ResidualUnit> blocks = new ArrayList<>();

    ResidualTrunk(TrunkShape shape) {
        super(shape);
        List<Integer> channels = shape.channels();
        stem = addChildBlock("stem", new ConvUnit(channels.get(0), NetworkShape.STEM_KERNEL, shape.stemStride()));
        for (int i = 1; i < channels.size(); i++) {
            blocks.add(addChildBlock("block" + i, new ResidualUnit(channels.get(i), shape.kernel())));
        }
    }

    public ConvUnit stem() {
        return stem;
    }

    public List<ResidualUnit> blocks() {
        return List.copyOf(blocks);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList wave = Activation.relu(stem.forward(store, inputs, training));
        for (ResidualUnit block : blocks) {
            wave = block.forward(store, wave, training);
        }
        NDArray last = wave.singletonOrThrow();
        return new NDList(NDArrays.concat(new NDList(Pool.globalAvgPool1d(last), Pool.globalMaxPool1d(last)), 1));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        List<Integer> channels = shape().channels();
        return new Shape[] {new Shape(inputs[0].get(0), 2L * channels.get(channels.size() - 1))};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        stem.initialize(manager, dataType, inputs);
        Shape[] wave = stem.getOutputShapes(inputs);
        for (ResidualUnit block : blocks) {
            block.initialize(manager, dataType, wave);
            wave = block.getOutputShapes(wave);
        }
    }
}
