package org.rwave.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.trainer.data.LabelledBeat;

class ScheduleTest {
    @Test
    void the_learning_rate_rises_linearly_and_falls_along_a_cosine_to_zero() {
        LearningRate rate = new LearningRate(0.01, 10, 110);

        assertThat(rate.at(1)).isCloseTo(0.001f, within(1e-7f));
        assertThat(rate.at(10)).isCloseTo(0.01f, within(1e-7f));
        assertThat(rate.at(60)).isCloseTo(0.005f, within(1e-7f));
        assertThat(rate.at(110)).isCloseTo(0, within(1e-7f));
    }

    @Test
    void rare_classes_weigh_more_but_none_more_than_s() {
        List<LabelledBeat> beats = new ArrayList<>();
        add(beats, BeatClass.N, 400);
        add(beats, BeatClass.S, 25);
        add(beats, BeatClass.V, 100);
        add(beats, BeatClass.Q, 1);

        double[] weights = ClassWeights.of(beats, 0, 0.5);

        assertThat(weights[BeatClass.S.ordinal()] / weights[BeatClass.N.ordinal()])
                .isCloseTo(4, within(1e-9));
        assertThat(weights[BeatClass.V.ordinal()] / weights[BeatClass.N.ordinal()])
                .isCloseTo(2, within(1e-9));
        assertThat(weights[BeatClass.Q.ordinal()]).isEqualTo(weights[BeatClass.S.ordinal()]);
        assertThat(weights[BeatClass.F.ordinal()]).isZero();
    }

    @Test
    void showing_fewer_normal_beats_makes_each_weigh_more() {
        List<LabelledBeat> beats = new ArrayList<>();
        add(beats, BeatClass.N, 400);
        add(beats, BeatClass.S, 100);

        double[] all = ClassWeights.of(beats, 0, 0.5);
        double[] quarter = ClassWeights.of(beats, 100, 0.5);

        double before = all[BeatClass.N.ordinal()] / all[BeatClass.S.ordinal()];
        double after = quarter[BeatClass.N.ordinal()] / quarter[BeatClass.S.ordinal()];
        assertThat(after).isCloseTo(4 * before, within(1e-9));
    }

    /** Confidence 0.9 where 70 % are right, the rest evenly spread: the temperature that makes it 0.7 is known. */
    @Test
    void the_temperature_makes_confidence_equal_to_the_share_that_is_right() {
        List<ClassProbabilities> predictions = new ArrayList<>();
        List<BeatClass> labels = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            predictions.add(ClassProbabilities.of(0.9f, 0.025f, 0.025f, 0.025f, 0.025f));
            labels.add(i % 40 < 28 ? BeatClass.N : BeatClass.at(1 + i % 4));
        }

        double temperature = Temperature.fit(predictions, labels);

        assertThat(temperature).isCloseTo(Math.log(0.9 / 0.025) / Math.log(0.7 / 0.075), within(0.01));
    }

    private static void add(List<LabelledBeat> beats, BeatClass label, int count) {
        for (int i = 0; i < count; i++) {
            beats.add(new LabelledBeat("101", i, label, new BeatInput()));
        }
    }
}
