package org.rwave.trainer.export;

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
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Builds an ONNX graph node by node; every value has the name that its maker is given back. */
final class OnnxGraph {
    private static final int OPERATOR_SET = 17;
    private static final int IR_VERSION = 8;

    /** Operators of classical machine learning, among them trees. */
    private static final String ML_DOMAIN = "ai.onnx.ml";

    private static final int ML_OPERATOR_SET = 3;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int values;
    private boolean usesMlDomain;

    OnnxGraph(String name) {
        graph.setName(name);
    }

    /** An input with a free batch dimension in front of {@code dimensions}. */
    String input(String name, int... dimensions) {
        graph.addInput(describe(name, dimensions));
        return name;
    }

    void output(String name, int... dimensions) {
        graph.addOutput(describe(name, dimensions));
    }

    /** A constant. */
    String tensor(float[] data, long... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(data);
        return add(TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addAllDims(Arrays.stream(dimensions).boxed().toList())
                .setRawData(ByteString.copyFrom(bytes)));
    }

    /** A constant list of integers. */
    String integers(long... data) {
        return add(TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(data.length)
                .addAllInt64Data(Arrays.stream(data).boxed().toList()));
    }

    private String add(TensorProto.Builder tensor) {
        String name = "c" + values++;
        graph.addInitializer(tensor.setName(name));
        return name;
    }

    /** A node with one output. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = "v" + values++;
        node(operator, inputs, output, attributes);
        return output;
    }

    /** A node of the domain {@value #ML_DOMAIN} with one output. */
    String mlNode(String operator, List<String> inputs, List<AttributeProto> attributes) {
        usesMlDomain = true;
        String output = "v" + values++;
        graph.addNode(NodeProto.newBuilder()
                .setName(output)
                .setDomain(ML_DOMAIN)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(attributes));
        return output;
    }

    /** A node whose output gets a name of its own. */
    void node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(output)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(Arrays.asList(attributes)));
    }

    static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto integers(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    static AttributeProto floats(String name, List<Float> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOATS)
                .addAllFloats(values)
                .build();
    }

    static AttributeProto strings(String name, List<String> values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRINGS)
                .addAllStrings(values.stream().map(ByteString::copyFromUtf8).toList())
                .build();
    }

    /** The whole file; metadata come last, so that a file that was cut lacks some. */
    byte[] toModel(Map<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("rwave")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(graph);
        if (usesMlDomain) {
            model.addOpsetImport(
                    OperatorSetIdProto.newBuilder().setDomain(ML_DOMAIN).setVersion(ML_OPERATOR_SET));
        }
        metadata.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private static ValueInfoProto describe(String name, int... dimensions) {
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
}
