package org.rwave.trainer.explanation;

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
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rwave.models.BeatModel;

/**
 * The same network with its learned weights shuffled, layer by layer. An explanation that does not change with it explains
 * the input, not the model (Adebayo et al. 2018).
 */
public final class RandomisedModel {
    private static final Set<String> LAYERS = Set.of("Conv", "Gemm", "LSTM");

    private RandomisedModel() {}

    /** {@code model} with shuffled weights of its convolutional, dense and recurrent layers; the caller closes it. */
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
        byte[] shuffled = whole.toBuilder().setGraph(graph).build().toByteArray();
        return BeatModel.of(shuffled, model.source() + " with shuffled weights");
    }

    /** Of a recurrent layer, those of its input and those of its state. */
    private static Stream<String> weightsOf(NodeProto layer) {
        return layer.getOpType().equals("LSTM")
                ? Stream.of(layer.getInput(1), layer.getInput(2))
                : Stream.of(layer.getInput(1));
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
