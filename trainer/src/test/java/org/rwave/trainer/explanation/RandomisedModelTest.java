package org.rwave.trainer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.BeatModel;
import org.rwave.models.ModelMetadata;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.data.SimulatedBeats;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.network.BoostedTrees;
import org.rwave.trainer.network.DecisionTree;
import org.rwave.trainer.network.Ensemble;

class RandomisedModelTest {
    @Test
    void shuffled_weights_answer_otherwise_and_the_same_seed_answers_the_same() {
        BeatInput beat = SimulatedBeats.input(BeatClass.V, new Random(1));
        try (BeatModel model = BeatModel.standard();
                BeatModel shuffled = RandomisedModel.of(model, 1);
                BeatModel again = RandomisedModel.of(model, 1);
                OnnxBeatClassifier trained = new OnnxBeatClassifier(model);
                OnnxBeatClassifier random = new OnnxBeatClassifier(shuffled)) {
            assertThat(random.classify(beat)).isNotEqualTo(trained.classify(beat));
            assertThat(again.hash()).isEqualTo(shuffled.hash()).isNotEqualTo(model.hash());
        }
    }

    @Test
    void leaves_of_trees_are_shuffled_too() {
        BeatInput beat = SimulatedBeats.input(BeatClass.V, new Random(1));
        try (BeatModel model = BeatModel.of(treesAlone(), "trees");
                BeatModel shuffled = RandomisedModel.of(model, 1);
                OnnxBeatClassifier trained = new OnnxBeatClassifier(model);
                OnnxBeatClassifier random = new OnnxBeatClassifier(shuffled)) {
            assertThat(trained.classify(beat).of(BeatClass.V)).isGreaterThan(0.9f);
            assertThat(random.classify(beat).of(BeatClass.V)).isLessThan(0.9f);
        }
    }

    /** Says V where feature 0 is below zero, and N elsewhere. */
    private static byte[] treesAlone() {
        List<DecisionTree> trees = new ArrayList<>();
        for (BeatClass beatClass : List.of(BeatClass.N, BeatClass.S, BeatClass.V, BeatClass.F)) {
            float[] leaves = switch (beatClass) {
                case N -> new float[] {-3, 3};
                case V -> new float[] {3, -3};
                default -> new float[] {-5, -5};
            };
            trees.add(new DecisionTree(new int[] {0}, new float[] {0}, new int[] {~0}, new int[] {~1}, leaves));
        }
        ModelMetadata metadata = new ModelMetadata(
                Preprocessing.ID,
                ModelMetadata.expectedLabels(),
                "literature",
                "none",
                "none",
                "none",
                "1",
                "1",
                "none",
                "1",
                "test=1");
        return NetworkExport.toOnnx(new Ensemble(List.of(new BoostedTrees(trees, 1))), 1, metadata.toMap());
    }

    @Test
    void rank_correlation_follows_the_order_alone() {
        double[] ascending = {1, 2, 30, 400};

        assertThat(RankCorrelation.of(ascending, new double[] {-4, 0, 0.1, 9})).isCloseTo(1, within(1e-12));
        assertThat(RankCorrelation.of(ascending, new double[] {4, 3, 2, 1})).isCloseTo(-1, within(1e-12));
        assertThat(RankCorrelation.of(ascending, new double[] {1, 2, 2, 1})).isCloseTo(0, within(1e-12));
        assertThat(RankCorrelation.of(ascending, new double[] {5, 5, 5, 5})).isNaN();
    }

    @Test
    void a_spread_choice_takes_from_each_group_in_turn() {
        List<String> things = List.of("a1", "a2", "a3", "a4", "b1", "c1", "c2");

        assertThat(SpreadChoice.of(things, thing -> thing.substring(0, 1), 5))
                .containsExactly("a1", "b1", "c1", "a2", "c2");
        assertThat(SpreadChoice.of(things, thing -> thing.substring(0, 1), 50)).hasSize(7);
    }
}
