package org.rwave.trainer.network;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClass;

/**
 * Waveform and standardised features in, logits of the five classes out. Morphology goes through the convolutional
 * branch, rhythm through the dense one; a hidden head over both is optional.
 */
public final class BeatNetwork extends AbstractBlock {
    private final NetworkShape shape;
    private final WaveformBranch waveform;
    private final List<DenseUnit> features = new ArrayList<>();
    private final DenseUnit head;
    private final DenseUnit logits;

    /** A network of the given size; {@code dropout} is the share of hidden units silenced in training. */
    public BeatNetwork(NetworkShape shape, double dropout) {
        this.shape = shape;
        waveform = shape.seesWaveform() ? addChildBlock("waveform", new WaveformBranch(shape, dropout)) : null;
        for (int i = 0; i < shape.featureUnits().size(); i++) {
            features.add(addChildBlock(
                    "features" + i, DenseUnit.hidden(shape.featureUnits().get(i), dropout)));
        }
        head = shape.headUnits() == 0 ? null : addChildBlock("head", DenseUnit.hidden(shape.headUnits(), dropout));
        logits = addChildBlock("logits", DenseUnit.output(BeatClass.COUNT));
    }

    public Optional<WaveformBranch> waveform() {
        return Optional.ofNullable(waveform);
    }

    /** The dense layers over the features, first to last. */
    public List<DenseUnit> features() {
        return List.copyOf(features);
    }

    public Optional<DenseUnit> head() {
        return Optional.ofNullable(head);
    }

    public DenseUnit logits() {
        return logits;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDList rhythm = new NDList(inputs.get(1));
        for (DenseUnit layer : features) {
            rhythm = layer.forward(store, rhythm, training);
        }
        NDList joined = rhythm;
        if (waveform != null) {
            NDList morphology = waveform.forward(store, new NDList(inputs.get(0)), training);
            joined = new NDList(
                    NDArrays.concat(new NDList(morphology.singletonOrThrow(), rhythm.singletonOrThrow()), 1));
        }
        return logits.forward(store, head == null ? joined : head.forward(store, joined, training), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), BeatClass.COUNT)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        long batch = inputs[0].get(0);
        Shape rhythm = inputs[1];
        for (DenseUnit layer : features) {
            layer.initialize(manager, dataType, rhythm);
            rhythm = new Shape(batch, layer.units());
        }
        long joined = rhythm.get(1);
        if (waveform != null) {
            waveform.initialize(manager, dataType, inputs[0]);
            joined += shape.embedding();
        }
        if (head != null) {
            head.initialize(manager, dataType, new Shape(batch, joined));
            joined = head.units();
        }
        logits.initialize(manager, dataType, new Shape(batch, joined));
    }
}
