package org.rwave.trainer.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.BeatModel;
import org.rwave.trainer.network.BeatNetwork;
import org.rwave.trainer.network.ConvUnit;
import org.rwave.trainer.network.DenseUnit;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.network.ResidualUnit;
import org.rwave.trainer.network.Standardisation;
import org.rwave.trainer.network.TrainedNetwork;
import org.rwave.trainer.network.WaveformBranch;

/**
 * Writes an ensemble as one ONNX model: the members' logits are averaged, divided by the temperature and turned into
 * probabilities.
 */
public final class NetworkExport {
    private final OnnxGraph graph = new OnnxGraph("rwave-beat-classifier");

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
        for (TrainedNetwork member : ensemble.members()) {
            logits.add(member(member, plane, features));
        }
        String sum = logits.size() == 1 ? logits.get(0) : graph.node("Sum", logits);
        float factor = (float) (1 / (temperature * logits.size()));
        String scaled = graph.node("Mul", List.of(sum, graph.tensor(new float[] {factor}, 1)));
        graph.node("Softmax", List.of(scaled), BeatModel.PROBABILITIES, OnnxGraph.integer("axis", -1));
        graph.output(BeatModel.PROBABILITIES, BeatClass.COUNT);
        return graph.toModel(metadata);
    }

    private String member(TrainedNetwork member, String plane, String features) {
        BeatNetwork network = member.network();
        String rhythm = standardise(member.standardisation(), features);
        for (DenseUnit layer : network.features()) {
            rhythm = dense(layer, rhythm);
        }
        String both = rhythm;
        if (network.waveform().isPresent()) {
            String morphology = branch(network.waveform().get(), plane);
            both = graph.node("Concat", List.of(morphology, rhythm), OnnxGraph.integer("axis", 1));
        }
        if (network.head().isPresent()) {
            both = dense(network.head().get(), both);
        }
        return dense(network.logits(), both);
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
        String wave = relu(convolve(branch.stem(), seen));
        for (ResidualUnit block : branch.blocks()) {
            String deep = convolve(block.second(), relu(convolve(block.first(), wave)));
            wave = relu(graph.node("Add", List.of(deep, convolve(block.shortcut(), wave))));
        }
        String mean = graph.node("GlobalAveragePool", List.of(wave));
        String largest = graph.node("GlobalMaxPool", List.of(wave));
        String pooled = graph.node("Concat", List.of(mean, largest), OnnxGraph.integer("axis", 1));
        String flat = graph.node("Flatten", List.of(pooled), OnnxGraph.integer("axis", 1));
        return dense(branch.embedding(), flat);
    }

    /** A 1-D convolution written with kernel {@code [1, k]}: ONNX Runtime's fast layout takes rank 4 alone. */
    private String convolve(ConvUnit unit, String wave) {
        float[] weights = unit.foldedWeights();
        float[] bias = unit.foldedBias();
        long outputs = bias.length;
        long inputs = weights.length / (outputs * unit.kernel());
        int padding = unit.kernel() / 2;
        return graph.node(
                "Conv",
                List.of(wave, graph.tensor(weights, outputs, inputs, 1, unit.kernel()), graph.tensor(bias, outputs)),
                OnnxGraph.integers("kernel_shape", 1, unit.kernel()),
                OnnxGraph.integers("strides", 1, unit.stride()),
                OnnxGraph.integers("pads", 0, padding, 0, padding));
    }

    private String dense(DenseUnit unit, String values) {
        float[] weights = unit.weights();
        long outputs = unit.units();
        String sums = graph.node(
                "Gemm",
                List.of(
                        values,
                        graph.tensor(weights, outputs, weights.length / outputs),
                        graph.tensor(unit.bias(), outputs)),
                OnnxGraph.integer("transB", 1));
        return unit.isHidden() ? relu(sums) : sums;
    }

    private String relu(String values) {
        return graph.node("Relu", List.of(values));
    }
}
