package org.rwave.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.EvaluationText;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.validation.TestedModel;

/** The default model on two records of DS1, which it was trained on: not how good it is, but that all is counted. */
class EvaluationRunTest {
    private static final DataSplit TWO = TwoRecords.SPLIT;

    @TempDir
    Path withoutNoise;

    @Test
    void every_beat_is_counted_once_under_each_mapping_and_two_seeds_that_agree_have_no_deviation() throws IOException {
        Path mitdb = TwoRecords.copiedTo(withoutNoise);
        PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (BeatModel model = BeatModel.standard();
                TestedModel one = TestedModel.one(model, EvaluationRun.played(TWO));
                TestedModel same = TestedModel.outOfFold(Map.of(TWO, model), 1)) {

            EvaluationRun.Result result = new EvaluationRun(RecordAccess.forTraining(mitdb), TWO, progress)
                    .run(List.of(one, same), TwoRecords.ORIGIN, List.of());

            Evaluation evaluation = result.evaluation();
            assertThat(evaluation.referencePositions()).hasSize(2).allSatisfy(mapping -> {
                assertThat(mapping.matrices()).hasSize(2);
                assertThat(ConfusionMatrix.ofRows(mapping.matrices().get(0)).total())
                        .isEqualTo(1879 + 1619);
                assertThat(mapping.figures().values())
                        .allMatch(figure -> figure.sd() == 0 || Double.isNaN(figure.mean()));
            });
            assertThat(evaluation.records())
                    .extracting(
                            record -> ConfusionMatrix.ofRows(record.matrix()).total())
                    .containsExactly(1879L, 1619L);
            assertThat(evaluation.records()).allMatch(record -> record.qrsFound() + record.qrsMissed() > 1600);
            assertThat(evaluation.firstAnswers().get(0).stated()).isBetween(0.9, 1.0);
            assertThat(evaluation.beats().wrong()).isNotEmpty().allMatch(beat -> beat.truth() != beat.said());
            assertThat(evaluation.noise()).isEmpty();
            assertThat(evaluation.explanation().classes()).isNotEmpty();
            assertThat(EvaluationText.of(evaluation, result.pairsOfFirst()))
                    .contains("literature (e, j to N) mapping, 3498 beats", "mean of 2 models", "114      1879")
                    .containsPattern("without 124, mean: accuracy 9[\\d.]+ sd 0.00 \\(.*F-F1 ")
                    .containsPattern("Se/\\+P/F1, mean: N 9[\\d.]+/9[\\d.]+/9[\\d.]+, S ")
                    .containsPattern("calibration, mean of 2 models: error of the top label 0.0\\d+, of S 0.0")
                    .containsPattern("provisional labels: stated [\\d.]+ % of the beats, revised [\\d.]+ %, V-F1 ")
                    .containsPattern("EC57 \\(e, j to S\\) mapping, from 300 s: VEB Se [\\d.]+ sd 0.00 .*SVEB F1 ");
        }
    }
}
