package org.rwave.trainer.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** Rows of one channel in, {@code [row][1][value]}, logits {@code [row][class]} out: a trunk, a hidden layer, the logits. */
public final class RowNetwork extends AbstractBlock {
    private final RowNetworkShape shape;
    private final boolean hasSettledTrunk;
    private final Trunk trunk;
    private final DenseUnit hidden;
    private final DenseUnit logits;

    /**
     * A network of the given size.
     *
     * @param dropout share of hidden units silenced in training
     * @param hasSettledTrunk whether the trunk comes from another training: its batch normalisations then keep their
     *     statistics, which are folded into the weights
     */
    public RowNetwork(RowNetworkShape shape, double dropout, boolean hasSettledTrunk) {
        this.shape = shape;
        this.hasSettledTrunk = hasSettledTrunk;
        trunk = addChildBlock("trunk", shape.trunk().build(1));
        hidden = addChildBlock("hidden", DenseUnit.hidden(shape.hiddenUnits(), dropout));
        logits = addChildBlock("logits", DenseUnit.output(shape.classes()));
    }

    public RowNetworkShape shape() {
        return shape;
    }

    public Trunk trunk() {
        return trunk;
    }

    public DenseUnit hidden() {
        return hidden;
    }

    public DenseUnit logits() {
        return logits;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList seen = trunk.forward(store, inputs, training && !hasSettledTrunk);
        return logits.forward(store, hidden.forward(store, seen, training), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), shape.classes())};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        trunk.initialize(manager, dataType, inputs);
        hidden.initialize(manager, dataType, trunk.getOutputShapes(inputs));
        logits.initialize(manager, dataType, new Shape(inputs[0].get(0), hidden.units()));
    }
}
