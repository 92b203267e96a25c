package org.rwave.models;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;

/** Refuses a graph whose inputs and outputs are not those that a beat has. */
final class ModelShapes {
    private static final long ANY_BATCH = -1;

    private ModelShapes() {}

    static void check(OrtSession session, List<String> treeInputs, String source) throws OrtException {
        Map<String, NodeInfo> inputs = new LinkedHashMap<>(session.getInputInfo());
        inputs.keySet().removeAll(treeInputs);
        if (inputs.size() != 2) {
            throw new ModelException("model " + source + " has the inputs " + inputs.keySet() + ", needed are "
                    + BeatModel.WAVEFORM + " and " + BeatModel.FEATURES);
        }
        check(inputs, source, BeatModel.WAVEFORM, Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES);
        check(inputs, source, BeatModel.FEATURES, Preprocessing.FEATURES);
        check(session.getOutputInfo(), source, BeatModel.PROBABILITIES, BeatClass.COUNT);
    }

    private static void check(Map<String, NodeInfo> nodes, String source, String name, long... dimensions) {
        long[] expected = new long[dimensions.length + 1];
        expected[0] = ANY_BATCH;
        System.arraycopy(dimensions, 0, expected, 1, dimensions.length);
        NodeInfo node = nodes.get(name);
        if (node == null) {
            throw new ModelException("model " + source + " has no " + name + ", only " + nodes.keySet());
        }
        if (!(node.getInfo() instanceof TensorInfo info)
                || info.type != OnnxJavaType.FLOAT
                || !Arrays.equals(info.getShape(), expected)) {
            throw new ModelException("model " + source + ": " + name + " is " + describe(node)
                    + ", this program needs FLOAT " + Arrays.toString(expected) + " (-1: any number of beats)");
        }
    }

    private static String describe(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info
                ? info.type + " " + Arrays.toString(info.getShape())
                : String.valueOf(node.getInfo());
    }
}
