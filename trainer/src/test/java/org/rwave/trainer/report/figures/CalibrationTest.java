package org.rwave.trainer.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;

class CalibrationTest {
    @Test
    void the_error_of_a_class_compares_its_probability_with_its_share_whatever_was_decided() {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            predictions.add(Said.ventricular("1", i % 10 < 1 ? BeatClass.V : BeatClass.N, 0.3));
        }

        assertThat(Reliability.error(Reliability.ofClass(predictions, BeatClass.V)))
                .isCloseTo(0.2, within(1e-6));
        assertThat(Reliability.error(Reliability.ofClass(predictions, BeatClass.S)))
                .isZero();
    }

    @Test
    void bins_hold_equally_many_beats_from_the_least_to_the_most_confident() {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            predictions.add(Said.ventricular("1", BeatClass.V, 0.51 + 0.01 * i));
        }

        List<Reliability.Bin> bins = Reliability.topLabel(predictions);

        assertThat(bins).hasSize(15).allMatch(bin -> bin.beats() == 3 && bin.observed() == 1);
        assertThat(bins.get(0).stated()).isCloseTo(0.52, within(1e-6));
        assertThat(bins.get(14).stated()).isCloseTo(0.94, within(1e-6));
    }

    @Test
    void brier_and_likelihood_agree_with_a_beat_worked_out_by_hand() {
        List<Prediction> one =
                List.of(new Prediction("1", 0, BeatClass.S, ClassProbabilities.of(0.5f, 0.25f, 0.25f, 0, 0)));

        assertThat(ProperScores.brier(one)).isCloseTo(0.25 + 0.5625 + 0.0625, within(1e-7));
        assertThat(ProperScores.negativeLogLikelihood(one)).isCloseTo(Math.log(4), within(1e-7));
    }

    @Test
    void an_impossible_beat_costs_much_but_not_everything() {
        assertThat(ProperScores.negativeLogLikelihood(List.of(Said.certainly("1", BeatClass.S, BeatClass.N))))
                .isCloseTo(7 * Math.log(10), within(1e-7));
    }

    @Test
    void abstaining_from_the_least_confident_beats_leaves_their_errors_out() {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            predictions.add(Said.ventricular("1", BeatClass.N, 0.01));
        }
        for (int i = 0; i < 10; i++) {
            predictions.add(Said.ventricular("1", i < 5 ? BeatClass.V : BeatClass.N, 0.6));
        }

        List<Abstention.Point> curve = Abstention.curve(predictions);

        Abstention.Point all = curve.get(0);
        assertThat(all.coverage()).isEqualTo(1);
        assertThat(all.error()).isCloseTo(0.05, within(1e-12));
        assertThat(all.f1OfV()).isCloseTo(2 * 5 / 15.0, within(1e-12));
        Abstention.Point ninety = curve.stream()
                .filter(point -> point.coverage() == 0.9)
                .findFirst()
                .orElseThrow();
        assertThat(ninety.error()).isZero();
        assertThat(ninety.sensitivityOfV()).isZero();
        assertThat(ninety.confidence()).isCloseTo(0.99, within(1e-6));
    }
}
