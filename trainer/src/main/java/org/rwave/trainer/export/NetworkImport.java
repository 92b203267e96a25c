package org.rwave.trainer.export;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.network.BeatNetwork;
import org.rwave.trainer.network.ConvUnit;
import org.rwave.trainer.network.DenseUnit;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.network.NetworkShape;
import org.rwave.trainer.network.ResidualUnit;
import org.rwave.trainer.network.Standardisation;
import org.rwave.trainer.network.TrainedNetwork;
import org.rwave.trainer.network.WaveformBranch;
import org.rwave.trainer.training.HyperParameterFile;
import org.rwave.trainer.training.HyperParameters;

/**
 * Brings a model file back into the training engine, for checking it there. Reads the constants in the order in which
 * {@link NetworkExport} writes them, into networks of the shape that the metadata state.
 */
public final class NetworkImport {
    private final Iterator<TensorProto> tensors;

    private NetworkImport(ModelProto model) {
        tensors = model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber())
                .iterator();
    }

    /** An ensemble read back, and its temperature. */
    public record Imported(Ensemble ensemble, double temperature) {}

    /**
     * Reads {@code onnx}, which must have been checked as a {@code BeatModel}; the caller closes the ensemble.
     *
     * @throws IOException when it was not written by this version's exporter
     */
    public static Imported read(byte[] onnx) throws IOException {
        ModelProto model = parse(onnx);
        Map<String, String> metadata = new LinkedHashMap<>();
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            metadata.put(entry.getKey(), entry.getValue());
        }
        HyperParameters parameters =
                HyperParameterFile.read(Optional.empty(), entries(metadata.get("rwave.hyperParameters")));
        NetworkImport source = new NetworkImport(model);
        List<TrainedNetwork> members = new ArrayList<>();
        for (int member = 0; member < parameters.members(); member++) {
            boolean seesWaveform = member < parameters.waveformMembers();
            members.add(source.member(
                    seesWaveform ? parameters.network() : parameters.network().withoutWaveform()));
        }
        double factor = source.next()[0]; // the last constant: logits are summed and multiplied by it
        return new Imported(new Ensemble(members), 1 / (factor * members.size()));
    }

    private static ModelProto parse(byte[] onnx) throws IOException {
        try {
            return ModelProto.parseFrom(onnx);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("not an ONNX model: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> entries(String onOneLine) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry : onOneLine.split("; ", -1)) {
            int equals = entry.indexOf('=');
            entries.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return entries;
    }

    private TrainedNetwork member(NetworkShape shape) throws IOException {
        BeatNetwork network = new BeatNetwork(shape, 0);
        Model model = Model.newInstance("beats", Device.cpu(), "PyTorch");
        model.setBlock(network);
        network.initialize(
                model.getNDManager(),
                DataType.FLOAT32,
                new Shape(1, Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES),
                new Shape(1, Preprocessing.FEATURES));
        Standardisation standardisation = Standardisation.of(next(), next());
        next(); // the clip's lower bound
        next(); // and its upper one
        for (DenseUnit layer : network.features()) {
            restore(layer);
        }
        if (network.waveform().isPresent()) {
            restore(network.waveform().get());
        }
        if (network.head().isPresent()) {
            restore(network.head().get());
        }
        restore(network.logits());
        return new TrainedNetwork(model, network, standardisation);
    }

    private void restore(WaveformBranch branch) throws IOException {
        restore(branch.stem());
        for (ResidualUnit block : branch.blocks()) {
            restore(block.first());
            restore(block.second());
            restore(block.shortcut());
        }
        restore(branch.embedding());
    }

    private void restore(ConvUnit unit) throws IOException {
        unit.restore(next(), next());
    }

    private void restore(DenseUnit unit) throws IOException {
        unit.restore(next(), next());
    }

    private float[] next() throws IOException {
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
