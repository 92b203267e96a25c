package org.rwave.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/** Stem, residual blocks, mean and maximum over time, a dense embedding. */
public final class WaveformBranch extends AbstractBlock {
    private final NetworkShape shape;
    private final ConvUnit stem;
    private final List<ResidualUnit> blocks = new ArrayList<>();
    private final DenseUnit embedding;

    WaveformBranch(NetworkShape shape, double dropout) {
        this.shape = shape;
        List<Integer> channels = shape.channels();
        stem = addChildBlock("stem", new ConvUnit(channels.get(0), NetworkShape.STEM_KERNEL, shape.stemStride()));
        for (int i = 1; i < channels.size(); i++) {
            blocks.add(addChildBlock("block" + i, new ResidualUnit(channels.get(i), shape.kernel())));
        }
        embedding = addChildBlock("embedding", DenseUnit.hidden(shape.embedding(), dropout));
    }

    /** Rows of the waveform tensor that this branch sees. */
    public List<Integer> inputs() {
        return shape.inputs();
    }

    public ConvUnit stem() {
        return stem;
    }

    public List<ResidualUnit> blocks() {
        return List.copyOf(blocks);
    }

    public DenseUnit embedding() {
        return embedding;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList rows = new NDList();
        for (int row : shape.inputs()) {
            rows.add(inputs.singletonOrThrow().get(":, " + row + ":" + (row + 1)));
        }
        NDList wave = Activation.relu(stem.forward(store, new NDList(NDArrays.concat(rows, 1)), training));
        for (ResidualUnit block : blocks) {
            wave = block.forward(store, wave, training);
        }
        NDArray last = wave.singletonOrThrow();
        NDArray pooled = NDArrays.concat(new NDList(Pool.globalAvgPool1d(last), Pool.globalMaxPool1d(last)), 1);
        return embedding.forward(store, new NDList(pooled), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), embedding.units())};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        Shape seen = new Shape(inputs[0].get(0), shape.inputs().size(), inputs[0].get(2));
        stem.initialize(manager, dataType, seen);
        Shape[] wave = stem.getOutputShapes(new Shape[] {seen});
        for (ResidualUnit block : blocks) {
            block.initialize(manager, dataType, wave);
            wave = block.getOutputShapes(wave);
        }
        embedding.initialize(manager, dataType, new Shape(wave[0].get(0), 2 * wave[0].get(1)));
    }
}
