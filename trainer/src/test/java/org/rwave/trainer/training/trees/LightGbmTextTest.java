package org.rwave.trainer.training.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rwave.trainer.network.DecisionTree;

class LightGbmTextTest {
    private static final int[] COLUMNS = {2, 5};

    private static final String TEXT = """
            tree
            version=v4

            Tree=0
            num_leaves=3
            num_cat=0
            split_feature=1 0
            threshold=0.10000000000000001 1.0000000180025095e-35
            decision_type=2 0
            left_child=1 -1
            right_child=-2 -3
            leaf_value=0.5 -0.25 2
            is_linear=0


            Tree=1
            num_leaves=1
            num_cat=0
            leaf_value=-1.5


            end of trees
            """;

    @Test
    void splits_branches_and_leaves_are_read_with_the_numbers_of_the_features() {
        List<DecisionTree> trees = LightGbmText.read(TEXT, COLUMNS);

        assertThat(trees).hasSize(2);
        DecisionTree first = trees.get(0);
        assertThat(first.splits()).isEqualTo(2);
        assertThat(first.feature(0)).isEqualTo(5);
        assertThat(first.feature(1)).isEqualTo(2);
        assertThat(first.lower(0)).isEqualTo(1);
        assertThat(first.higher(0)).isEqualTo(~1);
        assertThat(first.lower(1)).isEqualTo(~0);
        assertThat(first.higher(1)).isEqualTo(~2);
        assertThat(first.leaf(2)).isEqualTo(2);
        assertThat(trees.get(1).splits()).isZero();
        assertThat(trees.get(1).leaf(0)).isEqualTo(-1.5f);
    }

    @Test
    void a_threshold_in_single_precision_parts_floats_as_the_double_did() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double threshold = random.nextGaussian();
            float floor = LightGbmText.floor(threshold);

            assertThat((double) floor).isLessThanOrEqualTo(threshold);
            assertThat((double) Math.nextUp(floor)).isGreaterThan(threshold);
        }
        assertThat(LightGbmText.floor(-0.5)).isEqualTo(-0.5f);
    }

    @Test
    void decisions_by_categories_or_missing_values_are_refused() {
        String categories = TEXT.replace("decision_type=2 0", "decision_type=2 1");
        String missing = TEXT.replace("decision_type=2 0", "decision_type=10 0");

        assertThatThrownBy(() -> LightGbmText.read(categories, COLUMNS)).hasMessageContaining("decision type 1");
        assertThatThrownBy(() -> LightGbmText.read(missing, COLUMNS)).hasMessageContaining("decision type 10");
    }
}
