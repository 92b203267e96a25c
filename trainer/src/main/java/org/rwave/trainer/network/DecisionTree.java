package org.rwave.trainer.network;

/**
 * A binary tree over the features: at each split a beat goes down the lower branch when its feature is at most the
 * threshold, else down the higher one, until it reaches a leaf, which holds a score. A branch is the number of a split,
 * or, negative, {@code ~} the number of a leaf. A tree without splits has one leaf.
 */
public final class DecisionTree {
    private final int[] features;
    private final float[] thresholds;
    private final int[] lower;
    private final int[] higher;
    private final float[] leaves;

    /**
     * A tree whose first split is the root; copies the arrays.
     *
     * @throws IllegalArgumentException when there is not one leaf more than splits, or a branch leads nowhere or back
     */
    public DecisionTree(int[] features, float[] thresholds, int[] lower, int[] higher, float[] leaves) {
        int splits = features.length;
        if (leaves.length != splits + 1
                || thresholds.length != splits
                || lower.length != splits
                || higher.length != splits) {
            throw new IllegalArgumentException("a tree of " + leaves.length + " leaves has " + (leaves.length - 1)
                    + " splits, was given " + splits + " features, " + thresholds.length + " thresholds, "
                    + lower.length + " and " + higher.length + " branches");
        }
        for (int split = 0; split < splits; split++) {
            checkBranch(split, lower[split], leaves.length);
            checkBranch(split, higher[split], leaves.length);
        }
        this.features = features.clone();
        this.thresholds = thresholds.clone();
        this.lower = lower.clone();
        this.higher = higher.clone();
        this.leaves = leaves.clone();
    }

    private static void checkBranch(int split, int branch, int leaves) {
        boolean leadsOn = branch >= 0 ? branch > split && branch < leaves - 1 : ~branch < leaves;
        if (!leadsOn) {
            throw new IllegalArgumentException(
                    "split " + split + " of a tree with " + leaves + " leaves leads to " + branch);
        }
    }

    /** The score of the beat whose features begin at {@code values[at]}. */
    float score(float[] values, int at) {
        int branch = features.length == 0 ? ~0 : 0;
        while (branch >= 0) {
            branch = values[at + features[branch]] <= thresholds[branch] ? lower[branch] : higher[branch];
        }
        return leaves[~branch];
    }

    /** Number of splits. */
    public int splits() {
        return features.length;
    }

    /** The feature that split {@code split} looks at. */
    public int feature(int split) {
        return features[split];
    }

    /** The largest value that goes down the lower branch. */
    public float threshold(int split) {
        return thresholds[split];
    }

    /** Where values up to the threshold go: the number of a later split, or {@code ~} that of a leaf. */
    public int lower(int split) {
        return lower[split];
    }

    /** Where larger values go. */
    public int higher(int split) {
        return higher[split];
    }

    /** The score of leaf {@code leaf}, of {@code splits() + 1}. */
    public float leaf(int leaf) {
        return leaves[leaf];
    }
}
