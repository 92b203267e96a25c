package org.rwave.models;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;

/**
 * The smallest network with a model's inputs and outputs, softmax(A waveform + B features), whose answer a test can
 * work out by hand; and the same with one thing wrong.
 */
final class TinyModel {
    private static final int WAVEFORM = Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES;

    private final Map<String, String> metadata = new LinkedHashMap<>(metadata().toMap());
    private final float[] waveformWeights = weights(WAVEFORM * BeatClass.COUNT, 1);
    private final float[] featureWeights = weights(Preprocessing.FEATURES * BeatClass.COUNT, 2);
    private final List<NodeProto> trees = new ArrayList<>();
    private int declaredFeatures = Preprocessing.FEATURES;

    static ModelMetadata metadata() {
        return new ModelMetadata(
                Preprocessing.ID,
                ModelMetadata.expectedLabels(),
                "literature",
                "none",
                "none",
                "none",
                "1",
                "1",
                "none",
                "1",
                "test=1");
    }

    TinyModel with(String key, String value) {
        metadata.put("rwave." + key, value);
        return this;
    }

    TinyModel without(String key) {
        metadata.remove("rwave." + key);
        return this;
    }

    TinyModel withFeatures(int count) {
        declaredFeatures = count;
        return this;
    }

    /** Adds the sums of two groups of random trees to the logits. */
    TinyModel withTrees(long seed) {
        trees.add(TinyTrees.node("treesA", 20, seed));
        trees.add(TinyTrees.node("treesB", 10, seed + 1));
        return this;
    }

    /** The logits of this network, for a test to compare with. */
    double[] logits(float[] waveform, float[] features) {
        double[] logits = new double[BeatClass.COUNT];
        for (int c = 0; c < logits.length; c++) {
            for (int i = 0; i < waveform.length; i++) {
                logits[c] += (double) waveform[i] * waveformWeights[i * BeatClass.COUNT + c];
            }
            for (int i = 0; i < features.length; i++) {
                logits[c] += (double) features[i] * featureWeights[i * BeatClass.COUNT + c];
            }
        }
        return logits;
    }

    byte[] toBytes() {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain(TinyTrees.DOMAIN)
                        .setVersion(3))
                .setGraph(graph());
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private GraphProto graph() {
        return GraphProto.newBuilder()
                .setName("tiny")
                .addInput(value(BeatModel.WAVEFORM, Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES))
                .addInput(value(BeatModel.FEATURES, declaredFeatures))
                .addOutput(value(BeatModel.PROBABILITIES, BeatClass.COUNT))
                .addInitializer(tensor("a", waveformWeights, WAVEFORM))
                .addInitializer(tensor("b", weights(declaredFeatures * BeatClass.COUNT, 2), declaredFeatures))
                .addNode(node("Flatten", "flat", BeatModel.WAVEFORM))
                .addNode(node("MatMul", "fromWaveform", "flat", "a"))
                .addNode(node("MatMul", "fromFeatures", BeatModel.FEATURES, "b"))
                .addNode(node("Add", "logits", "fromWaveform", "fromFeatures"))
                .addAllNode(trees)
                .addNode(node("Sum", "all", allLogits()))
                .addNode(node("Softmax", BeatModel.PROBABILITIES, "all"))
                .build();
    }

    private String[] allLogits() {
        return Stream.concat(Stream.of("logits"), trees.stream().map(node -> node.getOutput(0)))
                .toArray(String[]::new);
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).addOutput(output).addAllInput(List.of(inputs));
        if (operator.equals("Softmax")) {
            node.addAttribute(AttributeProto.newBuilder()
                    .setName("axis")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(-1));
        }
        return node.build();
    }

    private static TensorProto tensor(String name, float[] values, int rows) {
        List<Float> boxed = new ArrayList<>();
        for (float value : values) {
            boxed.add(value);
        }
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(rows)
                .addDims(BeatClass.COUNT)
                .addAllFloatData(boxed)
                .build();
    }

    private static ValueInfoProto value(String name, int... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
        for (int dimension : dimensions) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static float[] weights(int count, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) random.nextGaussian() * 0.1f;
        }
        return weights;
    }
}
