package org.rwave.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decision trees laid out for speed, QuickScorer's way (Lucchese et al. 2015, SIGIR): not tree by tree but feature by
 * feature. A split whose threshold the feature exceeds rules out the leaves of its lower branch; of what is left in a tree,
 * the first leaf, counted from the lower side, is the beat's. A feature's thresholds ascend, so the first that is not
 * exceeded ends it: no jump depends on a tree, and memory is read in a row.
 *
 * <p>Scores are summed in single precision in the order of the trees, which gives ONNX Runtime's sums to the last bit.
 * Immutable; threads share it.
 */
final class Forest {
    /**
     * A tree's leaves are the bits of a char. More would fit into a long, but splits of 8 bytes rather than 16 matter: among
     * thousands of patients the forest has left the nearest caches whenever a beat comes.
     */
    static final int MOST_LEAVES = Character.SIZE;

    /** A split's tree is the upper half of an int. */
    private static final int MOST_TREES = 1 << Character.SIZE;

    private final int sums;
    /** Splits of feature f: from {@code ends[f]} to {@code ends[f + 1]}. */
    private final int[] ends;

    private final float[] thresholds;
    /** Of each split, its tree in the upper 16 bits, the leaves that survive in the lower. */
    private final int[] effects;

    private final int[] sumOfTree;
    private final int[] firstLeaf;
    private final float[] scores;

    /** A tree and the number of the sum that its targets count from. */
    record Planted(Tree tree, int firstSum) {}

    private record Cut(Tree.Split split, int tree, int survivors) {}

    /**
     * A forest over {@code features} features that gives {@code sums} sums. The order matters for each sum alone; trees of
     * different sums one after the other are faster than all of one sum in a row, since an addition waits for the one before.
     *
     * @throws IllegalArgumentException when {@link #canHold} refuses a tree, or at more than 65,536 trees
     */
    Forest(int features, int sums, List<Planted> planted) {
        if (planted.size() > MOST_TREES) {
            throw new IllegalArgumentException("at most " + MOST_TREES + " trees, not " + planted.size());
        }
        this.sums = sums;
        List<Cut> cuts = new ArrayList<>();
        List<Tree.Leaf> leaves = new ArrayList<>();
        sumOfTree = new int[planted.size()];
        firstLeaf = new int[planted.size()];
        for (int tree = 0; tree < planted.size(); tree++) {
            if (!canHold(
                    planted.get(tree).tree(), features, sums - planted.get(tree).firstSum())) {
                throw new IllegalArgumentException("tree " + tree + " does not fit");
            }
            firstLeaf[tree] = leaves.size();
            lay(planted.get(tree).tree(), tree, 0, cuts, leaves);
            sumOfTree[tree] =
                    planted.get(tree).firstSum() + leaves.get(firstLeaf[tree]).target();
        }
        cuts.sort(Comparator.<Cut>comparingInt(cut -> cut.split.feature()).thenComparing(cut -> cut.split.threshold()));
        ends = new int[features + 1];
        cuts.forEach(cut -> ends[cut.split.feature() + 1]++);
        Arrays.parallelPrefix(ends, Integer::sum);
        thresholds = new float[cuts.size()];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = cuts.get(i).split.threshold();
        }
        effects = cuts.stream()
                .mapToInt(cut -> cut.tree << Character.SIZE | cut.survivors)
                .toArray();
        scores = new float[leaves.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = leaves.get(i).score();
        }
    }

    /** Whether a forest can hold {@code tree}: at most 16 leaves, all of one target, features and targets in range. */
    static boolean canHold(Tree tree, int features, int targets) {
        return tree.leaves() <= MOST_LEAVES && isWithin(tree, features, targets, firstTarget(tree));
    }

    private static boolean isWithin(Tree tree, int features, int targets, int target) {
        if (tree instanceof Tree.Split split) {
            return split.feature() >= 0
                    && split.feature() < features
                    && isWithin(split.lower(), features, targets, target)
                    && isWithin(split.higher(), features, targets, target);
        }
        return firstTarget(tree) == target && target >= 0 && target < targets;
    }

    private static int firstTarget(Tree tree) {
        Tree first = tree;
        while (first instanceof Tree.Split split) {
            first = split.lower();
        }
        return ((Tree.Leaf) first).target();
    }

    private static void lay(Tree branch, int tree, int firstLeaf, List<Cut> cuts, List<Tree.Leaf> leaves) {
        if (branch instanceof Tree.Split split) {
            int lower = split.lower().leaves();
            int ruledOut = ((1 << lower) - 1) << firstLeaf;
            cuts.add(new Cut(split, tree, ~ruledOut & Character.MAX_VALUE));
            lay(split.lower(), tree, firstLeaf, cuts, leaves);
            lay(split.higher(), tree, firstLeaf + lower, cuts, leaves);
        } else {
            leaves.add((Tree.Leaf) branch);
        }
    }

    int trees() {
        return sumOfTree.length;
    }

    /** How many sums {@link #score} gives. */
    int sums() {
        return sums;
    }

    /**
     * Sums the scores of a beat.
     *
     * @param features as many as given to the constructor
     * @param alive a work area of {@link #trees} values
     * @param into the sums, overwritten
     */
    void score(float[] features, char[] alive, float[] into) {
        Arrays.fill(alive, Character.MAX_VALUE);
        for (int feature = 0; feature < ends.length - 1; feature++) {
            float value = features[feature];
            int end = ends[feature + 1];
            for (int i = ends[feature]; i < end && !(value <= thresholds[i]); i++) {
                int effect = effects[i];
                alive[effect >>> Character.SIZE] &= (char) effect;
            }
        }
        Arrays.fill(into, 0);
        for (int tree = 0; tree < sumOfTree.length; tree++) {
            into[sumOfTree[tree]] += scores[firstLeaf[tree] + Integer.numberOfTrailingZeros(alive[tree])];
        }
    }
}
