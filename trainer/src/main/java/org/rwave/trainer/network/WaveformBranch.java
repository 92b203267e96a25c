package org.rwave.trainer.network;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/** The rows of the waveform tensor that a network sees, a {@link Trunk} over them, a dense embedding. */
public final class WaveformBranch extends AbstractBlock {
    private final List<Integer> inputs;
    private final Trunk trunk;
    private final DenseUnit embedding;

    WaveformBranch(NetworkShape shape, double dropout) {
        inputs = shape.inputs();
        trunk = addChildBlock("trunk", shape.trunk().build(inputs.size()));
        embedding = addChildBlock("embedding", DenseUnit.hidden(shape.embedding(), dropout));
    }

    /** Rows of the waveform tensor that this branch sees. */
    public List<Integer> inputs() {
        return inputs;
    }

    public Trunk trunk() {
        return trunk;
    }

    public DenseUnit embedding() {
        return embedding;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList rows = new NDList();
        for (int row : this.inputs) {
            rows.add(inputs.singletonOrThrow().get(":, " + row + ":" + (row + 1)));
        }
        return embedding.forward(store, trunk.forward(store, new NDList(NDArrays.concat(rows, 1)), training), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), embedding.units())};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        Shape seen = new Shape(inputs[0].get(0), this.inputs.size(), inputs[0].get(2));
        trunk.initialize(manager, dataType, seen);
        embedding.initialize(manager, dataType, trunk.getOutputShapes(new Shape[] {seen}));
    }
}
