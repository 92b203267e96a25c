package org.rwave.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * A learned scale of the input, then LSTM layers over frames of consecutive samples, from the first frame to the last whole
 * one; mean and maximum over time and last state. DJL's bidirectional LSTM crashes, hence one direction.
 */
public final class RecurrentTrunk extends Trunk {
    private final ConvUnit scale;
    private final List<LstmUnit> layers = new ArrayList<>();

    RecurrentTrunk(TrunkShape shape, int rows) {
        super(shape);
        scale = addChildBlock("scale", new ConvUnit(rows, 1, 1));
        for (int i = 0; i < shape.channels().size(); i++) {
            layers.add(addChildBlock("layer" + i, new LstmUnit(shape.channels().get(i))));
        }
    }

    /** Brings every row to mean 0 and deviation 1, or what is learned to be better. */
    public ConvUnit scale() {
        return scale;
    }

    public List<LstmUnit> layers() {
        return List.copyOf(layers);
    }

    /** Frames in a waveform of {@code samples} samples; the rest behind the last whole frame is not looked at. */
    public long frames(long samples) {
        return samples / frame();
    }

    /** Samples of every channel in a frame. */
    public int frame() {
        return shape().stemStride();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        NDArray wave = scale.forward(store, inputs, training).singletonOrThrow();
        Shape size = wave.getShape();
        long frames = frames(size.get(2));
        NDArray whole = wave.get(":, :, :" + frames * frame());
        NDArray sequence = whole.reshape(size.get(0), size.get(1), frames, frame())
                .transpose(0, 2, 1, 3)
                .reshape(size.get(0), frames, -1);
        NDList states = new NDList(sequence);
        for (LstmUnit layer : layers) {
            states = layer.forward(store, states, training);
        }
        NDArray all = states.singletonOrThrow();
        NDArray last = all.get(":, " + (frames - 1));
        return new NDList(NDArrays.concat(new NDList(all.mean(new int[] {1}), all.max(new int[] {1}), last), 1));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        List<Integer> units = shape().channels();
        return new Shape[] {new Shape(inputs[0].get(0), 3L * units.get(units.size() - 1))};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        scale.initialize(manager, dataType, inputs);
        long samples = inputs[0].get(2);
        if (samples < frame()) {
            throw new IllegalArgumentException(
                    "a waveform of " + samples + " samples has no frame of " + frame() + " samples");
        }
        Shape sequence = new Shape(inputs[0].get(0), frames(samples), inputs[0].get(1) * frame());
        for (LstmUnit layer : layers) {
            layer.initialize(manager, dataType, sequence);
            sequence = new Shape(sequence.get(0), sequence.get(1), layer.units());
        }
    }
}
