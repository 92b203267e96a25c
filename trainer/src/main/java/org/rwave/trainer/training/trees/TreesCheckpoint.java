package org.rwave.trainer.training.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rwave.trainer.checkpoint.Checkpoint;
import org.rwave.trainer.network.BoostedTrees;
import org.rwave.trainer.network.DecisionTree;

/**
 * Boosted trees in a checkpoint and back, bit for bit: the arrays of all trees one after the other, and the number of splits of
 * each. The whole numbers among them are far below 2^24 and so exact as floats.
 */
public final class TreesCheckpoint {
    private static final String SPLITS = "trees.splits";
    private static final String FEATURES = "trees.features";
    private static final String THRESHOLDS = "trees.thresholds";
    private static final String LOWER = "trees.lower";
    private static final String HIGHER = "trees.higher";
    private static final String LEAVES = "trees.leaves";

    private TreesCheckpoint() {}

    /** What a checkpoint must have been made for. */
    public static String shape(TreeParameters parameters) {
        return parameters.rounds() + " rounds of " + BoostedTrees.CLASSES + " trees of at most " + parameters.leaves()
                + " leaves";
    }

    /** A checkpoint of {@code trees}. */
    public static Checkpoint of(BoostedTrees trees) {
        List<DecisionTree> all = trees.trees();
        int splits = all.stream().mapToInt(DecisionTree::splits).sum();
        float[] sizes = new float[all.size()];
        float[] features = new float[splits];
        float[] thresholds = new float[splits];
        float[] lower = new float[splits];
        float[] higher = new float[splits];
        float[] leaves = new float[splits + all.size()];
        int at = 0;
        for (int number = 0; number < sizes.length; number++) {
            DecisionTree tree = all.get(number);
            sizes[number] = tree.splits();
            for (int split = 0; split < tree.splits(); split++) {
                features[at + split] = tree.feature(split);
                thresholds[at + split] = tree.threshold(split);
                lower[at + split] = tree.lower(split);
                higher[at + split] = tree.higher(split);
            }
            for (int leaf = 0; leaf <= tree.splits(); leaf++) {
                leaves[at + number + leaf] = tree.leaf(leaf); // a tree has one leaf more than splits
            }
            at += tree.splits();
        }
        return new Checkpoint()
                .put(SPLITS, sizes)
                .put(FEATURES, features)
                .put(THRESHOLDS, thresholds)
                .put(LOWER, lower)
                .put(HIGHER, higher)
                .put(LEAVES, leaves);
    }

    /** The trees of {@code checkpoint}, which weigh {@code weight}. */
    public static BoostedTrees read(Checkpoint checkpoint, double weight) {
        float[] sizes = checkpoint.numbers(SPLITS);
        Part features = new Part(checkpoint.numbers(FEATURES));
        Part thresholds = new Part(checkpoint.numbers(THRESHOLDS));
        Part lower = new Part(checkpoint.numbers(LOWER));
        Part higher = new Part(checkpoint.numbers(HIGHER));
        Part leaves = new Part(checkpoint.numbers(LEAVES));
        List<DecisionTree> trees = new ArrayList<>();
        for (float size : sizes) {
            int splits = (int) size;
            trees.add(new DecisionTree(
                    features.integers(splits),
                    thresholds.next(splits),
                    lower.integers(splits),
                    higher.integers(splits),
                    leaves.next(splits + 1)));
        }
        return new BoostedTrees(trees, weight);
    }

    /** Hands out an array piece by piece. */
    private static final class Part {
        private final float[] all;
        private int at;

        Part(float[] all) {
            this.all = all;
        }

        float[] next(int count) {
            float[] piece = Arrays.copyOfRange(all, at, at + count);
            at += count;
            return piece;
        }

        int[] integers(int count) {
            float[] piece = next(count);
            int[] whole = new int[count];
            for (int i = 0; i < count; i++) {
                whole[i] = (int) piece[i];
            }
            return whole;
        }
    }
}
