package org.rwave.trainer.network;

/** One of those that decide together in an {@link Ensemble}. */
public sealed interface EnsembleMember extends AutoCloseable permits TrainedNetwork, BoostedTrees {
    /**
     * Logits {@code [beat][class]}: log-probabilities up to a constant for each beat, which any softmax behind removes.
     *
     * @param waveforms {@code [beat][channel][sample]}
     * @param features {@code [beat][feature]}, not standardised
     */
    float[] logits(int beats, float[] waveforms, float[] features);

    /** How much its logits count in the mean; those of a network count 1. */
    double weight();

    @Override
    void close();
}
