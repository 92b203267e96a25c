package org.rwave.trainer.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.trainer.network.ConvUnit;
import org.rwave.trainer.network.DeepTrunk;
import org.rwave.trainer.network.DenseUnit;
import org.rwave.trainer.network.LstmUnit;
import org.rwave.trainer.network.PooledUnit;
import org.rwave.trainer.network.RecurrentTrunk;
import org.rwave.trainer.network.ResidualTrunk;
import org.rwave.trainer.network.ResidualUnit;
import org.rwave.trainer.network.Trunk;

/** The floating-point constants of a model file, in the order in which {@link OnnxLayers} writes them. */
final class ConstantReader {
    private final Iterator<TensorProto> tensors;
    private final List<NodeProto> nodes;
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private ConstantReader(ModelProto model) {
        tensors = model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber())
                .iterator();
        nodes = model.getGraph().getNodeList();
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            metadata.put(entry.getKey(), entry.getValue());
        }
    }

    /**
     * Over the constants of {@code onnx}.
     *
     * @throws IOException when that is no ONNX model
     */
    static ConstantReader of(byte[] onnx) throws IOException {
        try {
            return new ConstantReader(ModelProto.parseFrom(onnx));
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("not an ONNX model: " + e.getMessage(), e);
        }
    }

    /** The model's metadata. */
    Map<String, String> metadata() {
        return Map.copyOf(metadata);
    }

    /** The nodes of one kind, in the order in which they were written. */
    List<NodeProto> nodes(String operator) {
        return nodes.stream().filter(node -> node.getOpType().equals(operator)).toList();
    }

    void restore(Trunk trunk) throws IOException {
        if (trunk instanceof ResidualTrunk residual) {
            restore(residual.stem());
            for (ResidualUnit block : residual.blocks()) {
                restore(block.first());
                restore(block.second());
                restore(block.shortcut());
            }
        } else if (trunk instanceof DeepTrunk deep) {
            restore(deep.stem());
            for (PooledUnit block : deep.blocks()) {
                restore(block.first());
                restore(block.second());
            }
        } else {
            RecurrentTrunk recurrent = (RecurrentTrunk) trunk;
            restore(recurrent.scale());
            for (LstmUnit layer : recurrent.layers()) {
                restore(layer);
            }
        }
    }

    private void restore(LstmUnit layer) throws IOException {
        float[] inputWeights = LstmGates.fromOnnx(next());
        float[] stateWeights = LstmGates.fromOnnx(next());
        float[] bias = next();
        int half = bias.length / 2;
        layer.restore(
                inputWeights,
                stateWeights,
                LstmGates.fromOnnx(Arrays.copyOf(bias, half)),
                LstmGates.fromOnnx(Arrays.copyOfRange(bias, half, bias.length)));
    }

    private void restore(ConvUnit unit) throws IOException {
        unit.restore(next(), next());
    }

    void restore(DenseUnit unit) throws IOException {
        unit.restore(next(), next());
    }

    /** The next constant, row-major. */
    float[] next() throws IOException {
        if (!tensors.hasNext()) {
            throw new IOException("the model has fewer constants than its hyper-parameters call for");
        }
        FloatBuffer values = tensors.next()
                .getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] array = new float[values.remaining()];
        values.get(array);
        return array;
    }
}
