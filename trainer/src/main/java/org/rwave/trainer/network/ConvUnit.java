package org.rwave.trainer.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;

/** A 1-D convolution with batch normalisation, "same" padding for odd kernels. */
public final class ConvUnit extends AbstractBlock {
    /** DJL's default. */
    private static final double EPSILON = 1e-5;

    private final int kernel;
    private final int stride;
    private final Conv1d convolution;
    private final BatchNorm normalisation;

    ConvUnit(int outputChannels, int kernel, int stride) {
        this.kernel = kernel;
        this.stride = stride;
        convolution = addChildBlock(
                "convolution",
                Conv1d.builder()
                        .setFilters(outputChannels)
                        .setKernelShape(new Shape(kernel))
                        .optStride(new Shape(stride))
                        .optPadding(new Shape(kernel / 2))
                        .optBias(false)
                        .build());
        normalisation = addChildBlock("normalisation", BatchNorm.builder().build());
    }

    public int kernel() {
        return kernel;
    }

    public int stride() {
        return stride;
    }

    /** Kernel weights, {@code [out][in][kernel]}, with the normalisation folded in. */
    public float[] foldedWeights() {
        float[] weights = Values.of(convolution, "weight");
        double[] gain = gain();
        int perOutput = weights.length / gain.length;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (weights[i] * gain[i / perOutput]);
        }
        return weights;
    }

    /** Bias {@code [out]} that stands for the rest of the normalisation. */
    public float[] foldedBias() {
        float[] beta = Values.of(normalisation, "beta");
        float[] mean = Values.of(normalisation, "runningMean");
        double[] gain = gain();
        float[] bias = new float[beta.length];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (float) (beta[i] - mean[i] * gain[i]);
        }
        return bias;
    }

    /** Makes {@link #foldedWeights} and {@link #foldedBias} give these: the normalisation becomes neutral. */
    public void restore(float[] weights, float[] bias) {
        float[] gamma = new float[bias.length];
        Arrays.fill(gamma, (float) Math.sqrt(1 + EPSILON));
        float[] variance = new float[bias.length];
        Arrays.fill(variance, 1);
        Values.set(convolution, "weight", weights);
        Values.set(normalisation, "gamma", gamma);
        Values.set(normalisation, "beta", bias);
        Values.set(normalisation, "runningMean", new float[bias.length]);
        Values.set(normalisation, "runningVar", variance);
    }

    private double[] gain() {
        float[] gamma = Values.of(normalisation, "gamma");
        float[] variance = Values.of(normalisation, "runningVar");
        double[] gain = new double[gamma.length];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = gamma[i] / Math.sqrt(variance[i] + EPSILON);
        }
        return gain;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
        return normalisation.forward(store, convolution.forward(store, inputs, training), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return convolution.getOutputShapes(inputs);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
        convolution.initialize(manager, dataType, inputs);
        normalisation.initialize(manager, dataType, convolution.getOutputShapes(inputs));
    }
}
