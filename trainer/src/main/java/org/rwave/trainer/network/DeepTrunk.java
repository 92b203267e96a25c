package org.rwave.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * The convolutional part of Kachuee, Fazeli and Sarrafzadeh (2018), figure 2: a convolution, then blocks of two
 * convolutions beside an identity, each followed by maximum pooling; all that is left is passed on. Batch normalisation is
 * an addition, without which it learns slowly.
 */
public final class DeepTrunk extends Trunk {
    private final ConvUnit stem;
    private final List<PooledUnit> blocks = new ArrayList<>();

    DeepTrunk(TrunkShape shape) {
        super(shape);
        List<Integer> channels = shape.channels();
        if (channels.stream().distinct().count() != 1) {
            throw new IllegalArgumentException(
                    "a deep CNN has as many channels in every block, since they are added, were " + channels);
        }
        stem = addChildBlock("stem", new ConvUnit(channels.get(0), shape.kernel(), shape.stemStride()));
        for (int i = 1; i < channels.size(); i++) {
            blocks.add(addChildBlock("block" + i, new PooledUnit(channels.get(i), shape.kernel())));
        }
    }

    public ConvUnit stem() {
        return stem;
    }

    public List<PooledUnit> blocks() {
        return List.copyOf(blocks);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList wave = Activation.relu(stem.forward(store, inputs, training));
        for (PooledUnit block : blocks) {
            wave = block.forward(store, wave, training);
        }
        NDArray last = wave.singletonOrThrow();
        return new NDList(last.reshape(last.getShape().get(0), -1));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        Shape wave = waveBehind(inputs)[0];
        return new Shape[] {new Shape(wave.get(0), wave.get(1) * wave.get(2))};
    }

    private Shape[] waveBehind(Shape[] inputs) {
        Shape[] wave = stem.getOutputShapes(inputs);
        for (PooledUnit block : blocks) {
            wave = block.getOutputShapes(wave);
        }
        return wave;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        stem.initialize(manager, dataType, inputs);
        Shape[] wave = stem.getOutputShapes(inputs);
        for (PooledUnit block : blocks) {
            block.initialize(manager, dataType, wave);
            wave = block.getOutputShapes(wave);
        }
    }
}
