package org.rwave.trainer.training.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.SimulatedBeats;
import org.rwave.trainer.network.BoostedTrees;
import org.rwave.trainer.network.DecisionTree;

class TreeTrainingTest {
    private static final TreeParameters PARAMETERS =
            new TreeParameters(1, 40, 0.1, 8, 0.4, 0.7, 5, 20, 1, new TreeParameters.NormalShares(0.8, 0.8, 0.8));
    private static final List<LabelledBeat> BEATS = SimulatedBeats.of("101", 3000, 1);
    private static final List<LabelledBeat> UNSEEN = SimulatedBeats.of("106", 500, 2);

    @Test
    void the_trees_give_what_lightgbm_itself_gives() {
        int[] columns = TreeSample.columnsWithout(Set.of(2, 7));
        TreeSample sample = new TreeSample(BEATS, PARAMETERS.normal(), 0, 0.5, new Random(1));
        String text = LightGbm.train(PARAMETERS, sample, columns, 1);
        TreeSample unseen = new TreeSample(UNSEEN, new TreeParameters.NormalShares(1, 1, 1), 0, 0.5, new Random(1));

        float[] logits = logits(new BoostedTrees(LightGbmText.read(text, columns), 1), unseen.beats());

        double[] expected = LightGbmItself.scores(
                text, unseen.matrix(columns), unseen.beats().size(), BoostedTrees.CLASSES);
        for (int beat = 0; beat < unseen.beats().size(); beat++) {
            for (int c = 0; c < BoostedTrees.CLASSES; c++) {
                assertThat((double) logits[beat * BeatClass.COUNT + c])
                        .isCloseTo(expected[beat * BoostedTrees.CLASSES + c], within(1e-5));
            }
        }
    }

    @Test
    void they_learn_what_the_classes_look_like() {
        float[] logits = logits(training(Set.of()).run(BEATS, 1), UNSEEN);

        int right = 0;
        int known = 0;
        for (int i = 0; i < UNSEEN.size(); i++) {
            int at = i * BeatClass.COUNT;
            int best = IntStream.range(0, BeatClass.COUNT).reduce(0, (a, b) -> logits[at + b] > logits[at + a] ? b : a);
            boolean looksAlike =
                    UNSEEN.get(i).label() == BeatClass.Q || UNSEEN.get(i).label() == BeatClass.F;
            known += looksAlike ? 0 : 1;
            right += !looksAlike && BeatClass.at(best) == UNSEEN.get(i).label() ? 1 : 0;
        }
        assertThat(right).isGreaterThan(known * 7 / 10);
    }

    @Test
    void the_same_seed_gives_the_same_trees_and_another_seed_others() {
        List<LabelledBeat> few = BEATS.subList(0, 1500);

        String once = shape(training(Set.of()).run(few, 7));

        assertThat(shape(training(Set.of()).run(few, 7))).isEqualTo(once);
        assertThat(shape(training(Set.of()).run(few, 8))).isNotEqualTo(once);
    }

    @Test
    void ignored_features_are_never_split_on() {
        BoostedTrees trees = training(Set.of(0, 5)).run(BEATS, 1);

        assertThat(trees.trees())
                .flatExtracting(tree -> IntStream.range(0, tree.splits())
                        .mapToObj(tree::feature)
                        .toList())
                .isNotEmpty()
                .doesNotContain(0, 5)
                .allMatch(feature -> feature < Preprocessing.FEATURES);
    }

    @Test
    void a_class_without_beats_gets_a_tree_of_one_leaf_and_is_never_chosen() {
        List<LabelledBeat> without =
                BEATS.stream().filter(beat -> beat.label() != BeatClass.S).toList();

        BoostedTrees trees = training(Set.of()).run(without, 1);

        assertThat(trees.trees().get(BeatClass.S.ordinal()).splits()).isZero();
        float[] logits = logits(trees, UNSEEN);
        for (int i = 0; i < UNSEEN.size(); i++) {
            assertThat(logits[i * BeatClass.COUNT + BeatClass.S.ordinal()]).isLessThan(logits[i * BeatClass.COUNT] - 5);
        }
    }

    @Test
    void nothing_to_learn_from_is_one_clear_line() {
        assertThatThrownBy(() -> training(Set.of()).run(List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no beat for trees to learn from");
    }

    private static TreeTraining training(Set<Integer> ignored) {
        return new TreeTraining(PARAMETERS, ignored, 0, 0.5);
    }

    private static float[] logits(BoostedTrees trees, List<LabelledBeat> beats) {
        float[] features = new float[beats.size() * Preprocessing.FEATURES];
        for (int i = 0; i < beats.size(); i++) {
            System.arraycopy(beats.get(i).features(), 0, features, i * Preprocessing.FEATURES, Preprocessing.FEATURES);
        }
        return trees.logits(beats.size(), new float[0], features);
    }

    private static String shape(BoostedTrees trees) {
        StringBuilder text = new StringBuilder();
        for (DecisionTree tree : trees.trees()) {
            for (int split = 0; split < tree.splits(); split++) {
                text.append(tree.feature(split))
                        .append('<')
                        .append(tree.threshold(split))
                        .append(' ');
            }
            for (int leaf = 0; leaf <= tree.splits(); leaf++) {
                text.append(tree.leaf(leaf)).append(' ');
            }
        }
        return text.toString();
    }
}
