package org.rwave.trainer.training.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.BeatOrigin;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.training.trees.TreeParameters.NormalShares;

class TreeSampleTest {
    private static final NormalShares ALL = new NormalShares(1, 1, 1);

    @Test
    void n_is_thinned_by_origin_q_left_out_and_the_rest_kept() {
        List<LabelledBeat> beats = new ArrayList<>();
        for (BeatOrigin origin : BeatOrigin.values()) {
            add(beats, BeatClass.N, 2000, origin);
            add(beats, BeatClass.S, 7, origin);
            add(beats, BeatClass.Q, 5, origin);
        }

        TreeSample sample = sample(beats, new NormalShares(0.6, 0.25, 0), 0);

        assertThat(count(sample, BeatClass.N, BeatOrigin.REFERENCE)).isBetween(1140, 1260);
        assertThat(count(sample, BeatClass.N, BeatOrigin.VARIANT)).isBetween(440, 560);
        assertThat(count(sample, BeatClass.N, BeatOrigin.SIMULATED)).isZero();
        for (BeatOrigin origin : BeatOrigin.values()) {
            assertThat(count(sample, BeatClass.S, origin)).isEqualTo(7);
            assertThat(count(sample, BeatClass.Q, origin)).isZero();
        }
    }

    @Test
    void rare_classes_weigh_more_and_n_weighs_one() {
        List<LabelledBeat> beats = new ArrayList<>();
        add(beats, BeatClass.N, 900, BeatOrigin.REFERENCE);
        add(beats, BeatClass.V, 100, BeatOrigin.REFERENCE);
        add(beats, BeatClass.S, 25, BeatOrigin.REFERENCE);
        add(beats, BeatClass.F, 4, BeatOrigin.REFERENCE);

        TreeSample sample = sample(beats, ALL, 400);

        assertThat(sample.weightOf(BeatClass.N)).isEqualTo(1);
        assertThat(sample.weightOf(BeatClass.V)).isCloseTo(2, within(1e-9));
        assertThat(sample.weightOf(BeatClass.S)).isCloseTo(4, within(1e-9));
        assertThat(sample.weightOf(BeatClass.F)).isCloseTo(4, within(1e-9));
        assertThat(sample(beats, ALL, 0).weightOf(BeatClass.V)).isCloseTo(3, within(1e-9));
    }

    @Test
    void the_matrix_holds_the_chosen_features_of_each_beat() {
        LabelledBeat beat = new LabelledBeat("101", 1, BeatClass.N, input(-1, 0));

        float[] matrix = sample(List.of(beat, beat), ALL, 0).matrix(new int[] {0, 3});

        assertThat(matrix).containsExactly(100, 103, 100, 103);
    }

    @Test
    void a_feature_that_is_not_a_number_is_refused_with_its_beat() {
        LabelledBeat beat = new LabelledBeat("101", 77, BeatClass.N, input(3, Float.NaN));

        TreeSample sample = sample(List.of(beat), ALL, 0);

        assertThatThrownBy(() -> sample.matrix(TreeSample.columnsWithout(Set.of())))
                .hasMessage("feature 3 of the beat at sample 77 of record 101 is not a number");
    }

    /** Feature i is 100 + i, but for one. */
    private static BeatInput input(int other, float value) {
        FloatBuffer features = FloatBuffer.allocate(Preprocessing.FEATURES);
        for (int i = 0; i < Preprocessing.FEATURES; i++) {
            features.put(i, i == other ? value : 100 + i);
        }
        BeatInput input = new BeatInput();
        input.set(FloatBuffer.allocate(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES), features);
        return input;
    }

    private static TreeSample sample(List<LabelledBeat> beats, NormalShares shares, int normalAtMost) {
        return new TreeSample(beats, shares, normalAtMost, 0.5, new Random(1));
    }

    private static int count(TreeSample sample, BeatClass label, BeatOrigin origin) {
        return (int) sample.beats().stream()
                .filter(beat -> beat.label() == label && beat.origin() == origin)
                .count();
    }

    private static void add(List<LabelledBeat> beats, BeatClass label, int count, BeatOrigin origin) {
        LabelledBeat beat = new LabelledBeat("101", 0, label, new BeatInput()).of(origin);
        for (int i = 0; i < count; i++) {
            beats.add(beat);
        }
    }
}
