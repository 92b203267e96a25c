package org.rwave.trainer.export;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.network.BeatNetwork;
import org.rwave.trainer.network.DenseUnit;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.network.EnsembleMember;
import org.rwave.trainer.network.NetworkShape;
import org.rwave.trainer.network.Standardisation;
import org.rwave.trainer.network.TrainedNetwork;
import org.rwave.trainer.network.WaveformBranch;
import org.rwave.trainer.training.HyperParameterFile;
import org.rwave.trainer.training.HyperParameters;

/**
 * Brings a model file back into the training engine, for checking it there. Reads the constants in the order in which
 * {@link NetworkExport} writes them, into networks of the shape that the metadata state, and whatever trees there are.
 */
public final class NetworkImport {
    private final ConstantReader constants;

    private NetworkImport(ConstantReader constants) {
        this.constants = constants;
    }

    /** An ensemble read back, and its temperature. */
    public record Imported(Ensemble ensemble, double temperature) {}

    /**
     * Reads {@code onnx}, which must have been checked as a {@code BeatModel}; the caller closes the ensemble.
     *
     * @throws IOException when it was not written by this version's exporter
     */
    public static Imported read(byte[] onnx) throws IOException {
        ConstantReader constants = ConstantReader.of(onnx);
        HyperParameters parameters = HyperParameterFile.read(
                Optional.empty(), entries(constants.metadata().get("rwave.hyperParameters")));
        NetworkImport source = new NetworkImport(constants);
        List<EnsembleMember> members = new ArrayList<>();
        for (int member = 0; member < parameters.members(); member++) {
            boolean seesWaveform = member < parameters.waveformMembers();
            members.add(source.member(
                    seesWaveform ? parameters.network() : parameters.network().withoutWaveform()));
        }
        for (NodeProto trees : constants.nodes(OnnxTrees.OPERATOR)) {
            members.add(OnnxTrees.read(trees, constants.next()[0]));
        }
        Ensemble ensemble = new Ensemble(members);
        double factor = constants.next()[0]; // the last constant: logits are summed and multiplied by it
        return new Imported(ensemble, 1 / (factor * ensemble.totalWeight()));
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
        Standardisation standardisation = Standardisation.of(constants.next(), constants.next());
        constants.next(); // the clip's lower bound
        constants.next(); // and its upper one
        for (DenseUnit layer : network.features()) {
            constants.restore(layer);
        }
        if (network.waveform().isPresent()) {
            WaveformBranch branch = network.waveform().get();
            constants.restore(branch.trunk());
            constants.restore(branch.embedding());
        }
        if (network.head().isPresent()) {
            constants.restore(network.head().get());
        }
        constants.restore(network.logits());
        return new TrainedNetwork(model, network, standardisation);
    }
}
