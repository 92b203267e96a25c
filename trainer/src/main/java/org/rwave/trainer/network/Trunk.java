package org.rwave.trainer.network;

import ai.djl.nn.AbstractBlock;

/** Turns waveforms {@code [beat][channel][sample]} into vectors {@code [beat][value]}; what a network has before its head. */
public abstract sealed class Trunk extends AbstractBlock permits ResidualTrunk, DeepTrunk, RecurrentTrunk {
    private final TrunkShape shape;

    Trunk(TrunkShape shape) {
        this.shape = shape;
    }

    public TrunkShape shape() {
        return shape;
    }
}
