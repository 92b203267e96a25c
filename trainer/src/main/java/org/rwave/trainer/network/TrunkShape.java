package org.rwave.trainer.network;

import java.util.List;

/**
 * The size of a {@link Trunk}.
 *
 * @param kind what it is made of
 * @param channels output channels of the stem and of each block behind it; of an LSTM the units of each layer. Multiples
 *     of 16: others halve the speed of ONNX Runtime's convolutions
 * @param stemStride step of the first convolution; of an LSTM the samples of a frame
 * @param kernel width of the convolutions, odd
 */
public record TrunkShape(NetworkKind kind, List<Integer> channels, int stemStride, int kernel) {
    public TrunkShape {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || channels.stream().anyMatch(count -> count < 1 || count % 16 != 0)) {
            throw new IllegalArgumentException("channels must be multiples of 16, at least one, were " + channels);
        }
        if (!(kernel > 0 && kernel % 2 == 1) || stemStride < 1) {
            throw new IllegalArgumentException("the kernel must be odd and the stride positive");
        }
    }

    /** A fresh trunk of this size for waveforms of {@code rows} rows. */
    public Trunk build(int rows) {
        return switch (kind) {
            case RESIDUAL -> new ResidualTrunk(this);
            case DEEP_CNN -> new DeepTrunk(this);
            case LSTM -> new RecurrentTrunk(this, rows);
        };
    }
}
