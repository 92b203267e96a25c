package org.rwave.trainer.export;

import java.util.List;
import org.rwave.trainer.network.ConvUnit;
import org.rwave.trainer.network.DeepTrunk;
import org.rwave.trainer.network.DenseUnit;
import org.rwave.trainer.network.LstmUnit;
import org.rwave.trainer.network.PooledUnit;
import org.rwave.trainer.network.RecurrentTrunk;
import org.rwave.trainer.network.ResidualTrunk;
import org.rwave.trainer.network.ResidualUnit;
import org.rwave.trainer.network.Trunk;

/** Writes the parts of networks into a graph; {@link ConstantReader} reads them back in the same order. */
final class OnnxLayers {
    private final OnnxGraph graph;

    OnnxLayers(OnnxGraph graph) {
        this.graph = graph;
    }

    /** A trunk over {@code wave}, {@code [batch][channel][1][samples]}; gives {@code [batch][values]}. */
    String trunk(Trunk trunk, String wave, int samples) {
        if (trunk instanceof ResidualTrunk residual) {
            return residual(residual, wave);
        }
        if (trunk instanceof DeepTrunk deep) {
            return deep(deep, wave);
        }
        return recurrent((RecurrentTrunk) trunk, wave, samples);
    }

    private String residual(ResidualTrunk trunk, String input) {
        String wave = relu(convolve(trunk.stem(), input));
        for (ResidualUnit block : trunk.blocks()) {
            String deep = convolve(block.second(), relu(convolve(block.first(), wave)));
            wave = relu(graph.node("Add", List.of(deep, convolve(block.shortcut(), wave))));
        }
        String mean = graph.node("GlobalAveragePool", List.of(wave));
        String largest = graph.node("GlobalMaxPool", List.of(wave));
        String pooled = graph.node("Concat", List.of(mean, largest), OnnxGraph.integer("axis", 1));
        return flatten(pooled);
    }

    private String deep(DeepTrunk trunk, String input) {
        int padding = PooledUnit.POOL / 2;
        String wave = relu(convolve(trunk.stem(), input));
        for (PooledUnit block : trunk.blocks()) {
            String deep = convolve(block.second(), relu(convolve(block.first(), wave)));
            wave = graph.node(
                    "MaxPool",
                    List.of(relu(graph.node("Add", List.of(deep, wave)))),
                    OnnxGraph.integers("kernel_shape", 1, PooledUnit.POOL),
                    OnnxGraph.integers("strides", 1, PooledUnit.POOL_STRIDE),
                    OnnxGraph.integers("pads", 0, padding, 0, padding));
        }
        return flatten(wave);
    }

    private String recurrent(RecurrentTrunk trunk, String wave, int samples) {
        // [batch][channel][1][sample] -> [batch][channel][step][sample of the frame] -> [step][batch][value]
        long channels = trunk.layers().get(0).inputWeights().length
                / (4L * trunk.layers().get(0).units() * trunk.frame());
        long whole = trunk.frames(samples) * trunk.frame();
        String seen = graph.node(
                "Slice",
                List.of(convolve(trunk.scale(), wave), graph.integers(0), graph.integers(whole), graph.integers(3)));
        String frames = graph.node("Reshape", List.of(seen, graph.integers(0, channels, -1, trunk.frame())));
        String byStep = graph.node("Transpose", List.of(frames), OnnxGraph.integers("perm", 2, 0, 1, 3));
        String states = graph.node("Reshape", List.of(byStep, graph.integers(0, 0, channels * trunk.frame())));
        for (LstmUnit layer : trunk.layers()) {
            states = lstm(layer, states);
        }
        String mean = graph.node(
                "ReduceMean", List.of(states), OnnxGraph.integers("axes", 0), OnnxGraph.integer("keepdims", 0));
        String largest = graph.node(
                "ReduceMax", List.of(states), OnnxGraph.integers("axes", 0), OnnxGraph.integer("keepdims", 0));
        String last = graph.node("Gather", List.of(states, graph.integers(-1)), OnnxGraph.integer("axis", 0));
        String lastState = graph.node("Squeeze", List.of(last, graph.integers(0)));
        return graph.node("Concat", List.of(mean, largest, lastState), OnnxGraph.integer("axis", 1));
    }

    private String lstm(LstmUnit layer, String sequence) {
        long units = layer.units();
        float[] weights = LstmGates.toOnnx(layer.inputWeights());
        float[] inputBias = LstmGates.toOnnx(layer.inputBias());
        float[] stateBias = LstmGates.toOnnx(layer.stateBias());
        float[] bias = java.util.Arrays.copyOf(inputBias, inputBias.length + stateBias.length);
        System.arraycopy(stateBias, 0, bias, inputBias.length, stateBias.length);
        String states = graph.node(
                "LSTM",
                List.of(
                        sequence,
                        graph.tensor(weights, 1, 4 * units, weights.length / (4 * units)),
                        graph.tensor(LstmGates.toOnnx(layer.stateWeights()), 1, 4 * units, units),
                        graph.tensor(bias, 1, 8 * units)),
                OnnxGraph.integer("hidden_size", units));
        return graph.node("Squeeze", List.of(states, graph.integers(1)));
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

    String dense(DenseUnit unit, String values) {
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

    private String flatten(String wave) {
        return graph.node("Flatten", List.of(wave), OnnxGraph.integer("axis", 1));
    }

    private String relu(String values) {
        return graph.node("Relu", List.of(values));
    }
}
