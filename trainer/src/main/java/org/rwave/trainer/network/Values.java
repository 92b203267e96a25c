package org.rwave.trainer.network;

import ai.djl.nn.Block;

/** Reads the parameters of a block by their DJL names. */
final class Values {
    private Values() {}

    /** The values of the block's own parameter {@code name}, row-major. */
    static float[] of(Block block, String name) {
        return block.getDirectParameters().get(name).getArray().toFloatArray();
    }
}
