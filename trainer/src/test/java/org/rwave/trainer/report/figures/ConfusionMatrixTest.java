package org.rwave.trainer.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;

class ConfusionMatrixTest {
    private final List<Prediction> predictions = new ArrayList<>();

    @Test
    void gives_the_figures_of_a_matrix_worked_out_by_hand() {
        add(BeatClass.N, BeatClass.N, 80);
        add(BeatClass.N, BeatClass.S, 10);
        add(BeatClass.S, BeatClass.S, 30);
        add(BeatClass.S, BeatClass.N, 20);
        add(BeatClass.V, BeatClass.V, 9);
        add(BeatClass.V, BeatClass.N, 1);

        ConfusionMatrix matrix = ConfusionMatrix.of(predictions);

        assertThat(matrix.total()).isEqualTo(150);
        assertThat(matrix.accuracy()).isCloseTo(119.0 / 150, within(1e-12));
        assertThat(matrix.sensitivity(BeatClass.S)).isCloseTo(0.6, within(1e-12));
        assertThat(matrix.positivePredictivity(BeatClass.S)).isCloseTo(0.75, within(1e-12));
        assertThat(matrix.f1(BeatClass.S)).isCloseTo(2 * 0.6 * 0.75 / 1.35, within(1e-12));
        double chance = (90.0 * 101 + 50.0 * 40 + 10.0 * 9) / (150.0 * 150);
        double kappa = (119.0 / 150 - chance) / (1 - chance);
        assertThat(matrix.kappa()).isCloseTo(kappa, within(1e-12));
        assertThat(matrix.jKappa()).isCloseTo(kappa / 2 + (0.6 + 0.75 + 0.9 + 1) / 8, within(1e-12));
    }

    @Test
    void calibration_error_is_the_gap_between_confidence_and_accuracy() {
        for (int i = 0; i < 150; i++) {
            BeatClass truth = i % 10 < 6 ? BeatClass.N : BeatClass.V;
            predictions.add(new Prediction("100", i, truth, ClassProbabilities.of(0.8f, 0.2f, 0, 0, 0)));
        }

        assertThat(Reliability.expectedCalibrationError(predictions)).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void another_temperature_changes_confidence_and_no_decision() {
        List<Prediction> sharp = Sharpened.at(
                0.5, List.of(new Prediction("100", 1, BeatClass.N, ClassProbabilities.of(0.75f, 0.25f, 0, 0, 0))));

        assertThat(sharp.get(0).decision()).isEqualTo(BeatClass.N);
        assertThat(sharp.get(0).probabilities().of(BeatClass.N)).isCloseTo(0.9f, within(1e-6f));
    }

    private void add(BeatClass truth, BeatClass decision, int count) {
        for (int i = 0; i < count; i++) {
            predictions.add(new Prediction("100", predictions.size(), truth, ClassProbabilities.certain(decision)));
        }
    }
}
