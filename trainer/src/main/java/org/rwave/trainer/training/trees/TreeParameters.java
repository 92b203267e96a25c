package org.rwave.trainer.training.trees;

import org.rwave.trainer.data.BeatOrigin;

/**
 * How boosted trees are trained, as {@code training.properties} explains it key by key.
 *
 * @param members of the ensemble that are boosted trees
 * @param rounds of boosting, each of one tree a class
 * @param learningRate factor on every tree
 * @param leaves of a tree, at most
 * @param featureShare share of the features that a split chooses from
 * @param beatShare share of the beats that a round sees
 * @param l2 penalty on the squares of the leaves
 * @param smallestLeaf beats in a leaf, at least
 * @param weight of a member's logits in the ensemble's mean, in which a network's count 1
 * @param normal which share of the N beats is learned from
 */
public record TreeParameters(
        int members,
        int rounds,
        double learningRate,
        int leaves,
        double featureShare,
        double beatShare,
        double l2,
        int smallestLeaf,
        double weight,
        NormalShares normal) {
    /** Shares of the N beats that are learned from, by origin. */
    public record NormalShares(double reference, double variant, double simulated) {
        double of(BeatOrigin origin) {
            return switch (origin) {
                case REFERENCE -> reference;
                case VARIANT -> variant;
                case SIMULATED -> simulated;
            };
        }
    }
}
