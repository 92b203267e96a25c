package org.rwave.trainer.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;

class RankingCurveTest {
    @Test
    void average_precision_and_area_agree_with_a_ranking_worked_out_by_hand() {
        List<Prediction> ranked = List.of(
                Said.ventricular("1", BeatClass.V, 0.9),
                Said.ventricular("1", BeatClass.N, 0.8),
                Said.ventricular("1", BeatClass.V, 0.7),
                Said.ventricular("1", BeatClass.N, 0.1));

        RankingCurve curve = RankingCurve.of(ranked, BeatClass.V);

        assertThat(curve.positives()).isEqualTo(2);
        assertThat(curve.averagePrecision()).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-12));
        assertThat(curve.area()).isCloseTo(0.75, within(1e-12));
        assertThat(curve.points()).extracting(RankingCurve.Point::recall).containsExactly(0.5, 0.5, 1.0, 1.0);
        assertThat(curve.points())
                .extracting(RankingCurve.Point::falsePositiveRate)
                .containsExactly(0.0, 0.5, 0.5, 1.0);
    }

    @Test
    void beats_of_equal_probability_fall_together_whatever_their_order() {
        Prediction positive = Said.ventricular("1", BeatClass.V, 0.6);
        Prediction negative = Said.ventricular("1", BeatClass.N, 0.6);

        RankingCurve one = RankingCurve.of(List.of(positive, negative), BeatClass.V);
        RankingCurve other = RankingCurve.of(List.of(negative, positive), BeatClass.V);

        assertThat(one).isEqualTo(other);
        assertThat(one.averagePrecision()).isCloseTo(0.5, within(1e-12));
        assertThat(one.area()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void a_class_without_a_beat_has_no_curve() {
        RankingCurve curve = RankingCurve.of(List.of(Said.ventricular("1", BeatClass.N, 0.6)), BeatClass.V);

        assertThat(curve.averagePrecision()).isNaN();
        assertThat(curve.area()).isNaN();
        assertThat(curve.points()).isEmpty();
    }

    @Test
    void thinning_keeps_the_figures_and_the_last_point() {
        List<Prediction> ranked = List.of(
                Said.ventricular("1", BeatClass.V, 0.9),
                Said.ventricular("1", BeatClass.V, 0.8),
                Said.ventricular("1", BeatClass.N, 0.1));

        RankingCurve thinned = RankingCurve.of(ranked, BeatClass.V).thinned(2);

        assertThat(thinned.points()).hasSize(2);
        assertThat(thinned.points().get(1).falsePositiveRate()).isEqualTo(1);
        assertThat(thinned.averagePrecision()).isCloseTo(1, within(1e-12));
    }
}
