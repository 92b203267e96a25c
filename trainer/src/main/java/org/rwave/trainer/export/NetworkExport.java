package org.rwave.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.BeatModel;
import org.rwave.trainer.network.BeatNetwork;
import org.rwave.trainer.network.BoostedTrees;
import org.rwave.trainer.network.DenseUnit;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.network.EnsembleMember;
import org.rwave.trainer.network.Standardisation;
import org.rwave.trainer.network.TrainedNetwork;
import org.rwave.trainer.network.WaveformBranch;

/**
 * Writes an ensemble as one ONNX model: the members' logits are averaged by weight, divided by the temperature and turned
 * into probabilities.
 */
public final class NetworkExport {
    private final OnnxGraph graph = new OnnxGraph("rwave-beat-classifier");
    private final OnnxLayers layers = new OnnxLayers(graph);

    private NetworkExport() {}

    /** The bytes of the model file. */
    public static byte[] toOnnx(Ensemble ensemble, double temperature, Map<String, String> metadata) {
        return new NetworkExport().write(ensemble, temperature, metadata);
    }

    private byte[] write(Ensemble ensemble, double temperature, Map<String, String> metadata) {
        String waveform = graph.input(BeatModel.WAVEFORM, Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES);
        String features = graph.input(BeatModel.FEATURES, Preprocessing.FEATURES);
        String plane = graph.node("Unsqueeze", List.of(waveform, graph.integers(2)));
        List<String> logits = new ArrayList<>();
        for (EnsembleMember member : ensemble.members()) {
            logits.add(weighted(member, plane, features));
        }
        String sum = logits.size() == 1 ? logits.get(0) : graph.node("Sum", logits);
        float factor = (float) (1 / (temperature * ensemble.totalWeight()));
        String scaled = graph.node("Mul", List.of(sum, graph.tensor(new float[] {factor}, 1)));
        graph.node("Softmax", List.of(scaled), BeatModel.PROBABILITIES, OnnxGraph.integer("axis", -1));
        graph.output(BeatModel.PROBABILITIES, BeatClass.COUNT);
        return graph.toModel(metadata);
    }

    private String weighted(EnsembleMember member, String plane, String features) {
        if (member instanceof TrainedNetwork network) {
            return network(network, plane, features);
        }
        String weight = graph.tensor(new float[] {(float) member.weight()}, 1);
        return graph.node("Mul", List.of(OnnxTrees.write((BoostedTrees) member, graph, features), weight));
    }

    private String network(TrainedNetwork member, String plane, String features) {
        BeatNetwork network = member.network();
        String rhythm = standardise(member.standardisation(), features);
        for (DenseUnit layer : network.features()) {
            rhythm = layers.dense(layer, rhythm);
        }
        String both = rhythm;
        if (network.waveform().isPresent()) {
            String morphology = branch(network.waveform().get(), plane);
            both = graph.node("Concat", List.of(morphology, rhythm), OnnxGraph.integer("axis", 1));
        }
        if (network.head().isPresent()) {
            both = layers.dense(network.head().get(), both);
        }
        return layers.dense(network.logits(), both);
    }

    private String standardise(Standardisation standardisation, String features) {
        long width = standardisation.width();
        String centred = graph.node("Sub", List.of(features, graph.tensor(standardisation.mean(), 1, width)));
        String scaled = graph.node("Mul", List.of(centred, graph.tensor(standardisation.factor(), 1, width)));
        String low = graph.tensor(new float[] {-Standardisation.CLIP});
        String high = graph.tensor(new float[] {Standardisation.CLIP});
        return graph.node("Clip", List.of(scaled, low, high));
    }

    private String branch(WaveformBranch branch, String plane) {
        long[] rows = branch.inputs().stream().mapToLong(Integer::longValue).toArray();
        String seen = graph.node("Gather", List.of(plane, graph.integers(rows)), OnnxGraph.integer("axis", 1));
        return layers.dense(branch.embedding(), layers.trunk(branch.trunk(), seen, Preprocessing.WINDOW_SAMPLES));
    }
}
