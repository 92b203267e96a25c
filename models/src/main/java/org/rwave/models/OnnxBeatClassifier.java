package org.rwave.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.Preprocessing;

/**
 * Classifies beats with a {@link BeatModel}: the trees here, then one native call a beat for the rest, networks and all.
 * The tensors lie in direct buffers that are pinned for the life of this object, so nothing is allocated off the heap per
 * beat. One thread at a time; give each
 * thread its own classifier over the same model, whose session they share.
 */
public final class OnnxBeatClassifier implements BeatClassifier, AutoCloseable {
    private final BeatModel model;
    private final FloatBuffer waveform = direct(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES);
    private final FloatBuffer features = direct(Preprocessing.FEATURES);
    private final FloatBuffer probabilities = direct(BeatClass.COUNT);
    private final float[] featureValues = new float[Preprocessing.FEATURES];
    private final char[] alive;
    private final float[] sums;
    private final List<FloatBuffer> treeSums = new ArrayList<>();
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Map<String, OnnxTensor> outputs;

    /** A classifier over {@code model}, which must stay open as long as this one. */
    public OnnxBeatClassifier(BeatModel model) {
        this.model = model;
        inputs.put(BeatModel.WAVEFORM, pin(waveform, 1, Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES));
        inputs.put(BeatModel.FEATURES, pin(features, 1, Preprocessing.FEATURES));
        SplitModel parts = model.parts();
        alive = new char[parts.forest().trees()];
        sums = new float[parts.forest().sums()];
        for (int i = 0; i < parts.treeInputs().size(); i++) {
            int width = parts.firstSum(i + 1) - parts.firstSum(i);
            treeSums.add(direct(width));
            inputs.put(parts.treeInputs().get(i), pin(treeSums.get(i), 1, width));
        }
        outputs = Map.of(BeatModel.PROBABILITIES, pin(probabilities, 1, BeatClass.COUNT));
    }

    @Override
    public ClassProbabilities classify(BeatInput input) {
        input.copyWaveformTo(waveform.rewind());
        input.copyFeaturesTo(FloatBuffer.wrap(featureValues));
        features.rewind().put(featureValues);
        scoreTrees();
        try {
            model.session().run(inputs, outputs).close(); // the answer lies in the pinned buffer
            float[] values = new float[BeatClass.COUNT];
            probabilities.rewind().get(values);
            return ClassProbabilities.of(values);
        } catch (OrtException e) {
            throw new IllegalStateException("model " + model.source() + " failed on a beat: " + e.getMessage(), e);
        }
    }

    private void scoreTrees() {
        model.parts().forest().score(featureValues, alive, sums);
        int at = 0;
        for (FloatBuffer buffer : treeSums) {
            buffer.rewind().put(sums, at, buffer.capacity());
            at += buffer.capacity();
        }
    }

    @Override
    public String modelHash() {
        return model.hash();
    }

    /** Releases the pinned tensors; the model stays open. */
    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(Float.BYTES * floats)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static OnnxTensor pin(FloatBuffer buffer, long... shape) {
        try {
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), buffer, shape);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not pin a tensor: " + e.getMessage(), e);
        }
    }
}
