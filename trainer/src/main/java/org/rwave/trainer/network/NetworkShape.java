package org.rwave.trainer.network;

import java.util.List;
import org.rwave.ecg.beat.Preprocessing;

/**
 * The size of a {@link BeatNetwork}.
 *
 * @param inputs rows of the waveform tensor that the network sees
 * @param kind what looks at the waveform
 * @param channels output channels of the stem and of each block behind it, or the units of each layer of an LSTM, multiples
 *     of 16 (others halve the speed of ONNX Runtime's convolutions); empty for a network that sees the features alone
 * @param stemStride step of the first convolution, or the samples of a frame of an LSTM
 * @param kernel width of the convolutions behind the stem, odd
 * @param embedding units between pooled waveform and head
 * @param featureUnits units of the two dense layers over the features
 * @param headUnits units of the hidden layer over both branches; 0 joins them linearly
 */
public record NetworkShape(
        List<Integer> inputs,
        NetworkKind kind,
        List<Integer> channels,
        int stemStride,
        int kernel,
        int embedding,
        List<Integer> featureUnits,
        int headUnits) {
    /** Width of the first convolution. */
    public static final int STEM_KERNEL = 7;

    public NetworkShape {
        inputs = List.copyOf(inputs);
        channels = List.copyOf(channels);
        for (int row : inputs) {
            if (!(row >= 0 && row < Preprocessing.CHANNELS)) {
                throw new IllegalArgumentException(
                        "network.inputs must be rows from 0 to " + (Preprocessing.CHANNELS - 1) + ", was " + inputs);
            }
        }
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("network.inputs must name at least one row");
        }
        featureUnits = List.copyOf(featureUnits);
        for (int count : channels) {
            if (!(count > 0 && count % 16 == 0)) {
                throw new IllegalArgumentException("network.channels must be multiples of 16, were " + channels);
            }
        }
        if (featureUnits.size() != 2 || featureUnits.stream().anyMatch(units -> units < 1)) {
            throw new IllegalArgumentException(
                    "network.featureUnits must be two positive numbers, was " + featureUnits);
        }
        if (!(kernel > 0 && kernel % 2 == 1)) {
            throw new IllegalArgumentException("network.kernel must be odd, was " + kernel);
        }
        if (!(stemStride > 0 && embedding > 0 && headUnits >= 0)) {
            throw new IllegalArgumentException(
                    "network.stemStride and network.embedding must be positive, network.headUnits at least 0");
        }
    }

    /**
     * The part that looks at the waveform.
     *
     * @throws IllegalArgumentException when {@link #seesWaveform} says that there is none
     */
    public TrunkShape trunk() {
        return new TrunkShape(kind, channels, stemStride, kernel);
    }

    /** The same network over the features alone. */
    public NetworkShape withoutWaveform() {
        return new NetworkShape(inputs, kind, List.of(), stemStride, kernel, embedding, featureUnits, headUnits);
    }

    /** Whether the network looks at the waveform at all. */
    public boolean seesWaveform() {
        return !channels.isEmpty();
    }
}
