package org.rwave.trainer.network;

import ai.djl.nn.Block;
import java.nio.FloatBuffer;

/** Reads and writes the parameters of a block by their DJL names. */
final class Values {
    private Values() {}

    /** The values of the block's own parameter {@code name}, row-major. */
    static float[] of(Block block, String name) {
        return block.getDirectParameters().get(name).getArray().toFloatArray();
    }

    /** Overwrites the values of the block's own parameter {@code name}. */
    static void set(Block block, String name, float[] values) {
        block.getDirectParameters().get(name).getArray().set(FloatBuffer.wrap(values));
    }
}
