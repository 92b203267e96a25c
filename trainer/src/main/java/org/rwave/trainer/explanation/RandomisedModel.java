package org.rwave.trainer.explanation;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rwave.models.BeatModel;

/**
 * The same model with what it learned shuffled: weights layer by layer, the leaves of trees among all of them. An explanation that does not change with it explains
 * the input, not the model (Adebayo et al. 2018).
 */
public final class RandomisedModel {
    private static final Set<String> LAYERS = Set.of("Conv", "Gemm", "LSTM");

    private static final String TREES = "TreeEnsembleRegressor";

    private RandomisedModel() {}

    /** {@code model} with shuffled weights of its convolutional, dense and recurrent layers, and shuffled leaves of its
     * trees, each with one of its own class; the caller closes it. */
    public static BeatModel of(BeatModel model, long seed) {
        ModelProto whole;
        try {
            whole = ModelProto.parseFrom(model.toOnnx());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("ONNX Runtime has read " + model.source() + ", so it is ONNX", e);
        }
        Set<String> weights = whole.getGraph().getNodeList().stream()
                .filter(node -> LAYERS.contains(node.getOpType()))
                .flatMap(RandomisedModel::weightsOf)
                .collect(Collectors.toSet());
        Random random = new Random(seed);
        GraphProto.Builder graph = whole.getGraph().toBuilder();
        for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
            if (weights.contains(tensor.getName())) {
                shuffle(tensor, random);
            }
        }
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            if (node.getOpType().equals(TREES)) {
                shuffleLeaves(node, random);
            }
        }
        byte[] shuffled = whole.toBuilder().setGraph(graph).build().toByteArray();
        return BeatModel.of(shuffled, model.source() + " with shuffled weights");
    }

    /** Of a recurrent layer, those of its input and those of its state. */
    private static Stream<String> weightsOf(NodeProto layer) {
        return layer.getOpType().equals("LSTM")
                ? Stream.of(layer.getInput(1), layer.getInput(2))
                : Stream.of(layer.getInput(1));
    }

    /** Class by class, so that each keeps its base rate as a layer keeps its bias. */
    private static void shuffleLeaves(NodeProto.Builder trees, Random random) {
        AttributeProto.Builder classes = attribute(trees, "target_ids");
        AttributeProto.Builder scores = attribute(trees, "target_weights");
        Map<Long, List<Integer>> leaves = new TreeMap<>();
        for (int leaf = 0; leaf < classes.getIntsCount(); leaf++) {
            leaves.computeIfAbsent(classes.getInts(leaf), beatClass -> new ArrayList<>())
                    .add(leaf);
        }
        for (List<Integer> ofOneClass : leaves.values()) {
            List<Float> values =
                    new ArrayList<>(ofOneClass.stream().map(scores::getFloats).toList());
            Collections.shuffle(values, random);
            for (int i = 0; i < values.size(); i++) {
                scores.setFloats(ofOneClass.get(i), values.get(i));
            }
        }
    }

    private static AttributeProto.Builder attribute(NodeProto.Builder node, String name) {
        return node.getAttributeBuilderList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a node " + node.getOpType() + " has no " + name));
    }

    private static void shuffle(TensorProto.Builder tensor, Random random) {
        if (tensor.getFloatDataCount() > 0) {
            List<Float> values = new ArrayList<>(tensor.getFloatDataList());
            Collections.shuffle(values, random);
            tensor.clearFloatData().addAllFloatData(values);
            return;
        }
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        List<Float> values = new ArrayList<>();
        while (raw.hasRemaining()) {
            values.add(raw.getFloat());
        }
        Collections.shuffle(values, random);
        ByteBuffer shuffled = ByteBuffer.allocate(Float.BYTES * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(shuffled::putFloat);
        tensor.setRawData(ByteString.copyFrom(shuffled.flip()));
    }
}
