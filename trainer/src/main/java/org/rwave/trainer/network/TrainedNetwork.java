package org.rwave.trainer.network;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;

/** A network after training, with the standardisation that belongs to it. Closing it releases its weights. */
public final class TrainedNetwork implements EnsembleMember {
    private final Model model;
    private final BeatNetwork network;
    private final Standardisation standardisation;

    /** Takes over {@code model}, whose block is {@code network}. */
    public TrainedNetwork(Model model, BeatNetwork network, Standardisation standardisation) {
        this.model = model;
        this.network = network;
        this.standardisation = standardisation;
    }

    public BeatNetwork network() {
        return network;
    }

    public Standardisation standardisation() {
        return standardisation;
    }

    /** Runs the network in the training engine, without dropout. */
    @Override
    public float[] logits(int beats, float[] waveforms, float[] features) {
        float[] standard = new float[features.length];
        float[] row = new float[Preprocessing.FEATURES];
        for (int beat = 0; beat < beats; beat++) {
            System.arraycopy(features, beat * row.length, row, 0, row.length);
            standardisation.apply(row, standard, beat * row.length);
        }
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray wave = manager.create(
                    FloatBuffer.wrap(waveforms),
                    new Shape(beats, Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES),
                    DataType.FLOAT32);
            NDArray rhythm = manager.create(
                    FloatBuffer.wrap(standard), new Shape(beats, Preprocessing.FEATURES), DataType.FLOAT32);
            float[] logits = network.forward(new ParameterStore(manager, false), new NDList(wave, rhythm), false)
                    .singletonOrThrow()
                    .toFloatArray();
            if (logits.length != beats * BeatClass.COUNT) {
                throw new IllegalStateException("network gave " + logits.length + " logits for " + beats + " beats");
            }
            return logits;
        }
    }

    @Override
    public double weight() {
        return 1;
    }

    @Override
    public void close() {
        model.close();
    }
}
