package org.rwave.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForestTest {
    private static final int FEATURES = 6;
    private static final int SUMS = 5;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void sums_what_walking_down_each_tree_gives(long seed) {
        Random random = new Random(seed);
        List<Forest.Planted> planted = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            planted.add(new Forest.Planted(
                    tree(random, 1 + random.nextInt(Forest.MOST_LEAVES), random.nextInt(2)), 3 * (i % 2)));
        }
        Forest forest = new Forest(FEATURES, SUMS, planted);
        float[] given = new float[SUMS];

        for (int beat = 0; beat < 200; beat++) {
            float[] features = features(random);
            forest.score(features, new char[forest.trees()], given);

            float[] expected = new float[SUMS];
            for (Forest.Planted one : planted) {
                Tree.Leaf leaf = walk(one.tree(), features);
                expected[one.firstSum() + leaf.target()] += leaf.score();
            }
            assertThat(given).containsExactly(expected);
        }
    }

    @Test
    void a_feature_at_the_threshold_goes_down_the_lower_branch() {
        Tree tree = new Tree.Split(2, 0.5f, new Tree.Leaf(0, 1), new Tree.Leaf(0, 2));
        Forest forest = new Forest(FEATURES, 1, List.of(new Forest.Planted(tree, 0)));
        float[] given = new float[1];

        forest.score(new float[] {9, 9, 0.5f, 9, 9, 9}, new char[1], given);
        assertThat(given).containsExactly(1);
        forest.score(new float[] {0, 0, Math.nextUp(0.5f), 0, 0, 0}, new char[1], given);
        assertThat(given).containsExactly(2);
    }

    @Test
    void trees_of_more_than_16_leaves_or_of_two_targets_do_not_fit() {
        Tree two = new Tree.Split(0, 0, new Tree.Leaf(0, 1), new Tree.Leaf(1, 1));

        assertThat(Forest.canHold(tree(new Random(1), 16, 0), FEATURES, 1)).isTrue();
        assertThat(Forest.canHold(tree(new Random(1), 17, 0), FEATURES, 1)).isFalse();
        assertThat(Forest.canHold(two, FEATURES, 2)).isFalse();
        assertThat(Forest.canHold(new Tree.Leaf(1, 1), FEATURES, 1)).isFalse();
        assertThat(Forest.canHold(new Tree.Split(FEATURES, 0, new Tree.Leaf(0, 1), new Tree.Leaf(0, 1)), FEATURES, 1))
                .isFalse();
    }

    /** A random tree; its thresholds are few, so that features often lie upon them. */
    static Tree tree(Random random, int leaves, int target) {
        if (leaves == 1) {
            return new Tree.Leaf(target, (float) random.nextGaussian());
        }
        int lower = 1 + random.nextInt(leaves - 1);
        return new Tree.Split(
                random.nextInt(FEATURES),
                (random.nextInt(9) - 4) / 4f,
                tree(random, lower, target),
                tree(random, leaves - lower, target));
    }

    private static float[] features(Random random) {
        float[] features = new float[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            features[i] = (random.nextInt(11) - 5) / 4f;
        }
        return features;
    }

    private static Tree.Leaf walk(Tree tree, float[] features) {
        Tree at = tree;
        while (at instanceof Tree.Split split) {
            at = features[split.feature()] <= split.threshold() ? split.lower() : split.higher();
        }
        return (Tree.Leaf) at;
    }
}
