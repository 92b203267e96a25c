package org.rwave.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.ecg.recording.TestData;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.EvaluationText;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.Origin;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.validation.TestedModel;

/** The default model on two records of DS1, which it was trained on: not how good it is, but that all is counted. */
class EvaluationRunTest {
    private static final DataSplit TWO = new DataSplit("two of DS1", List.of("114", "124"));

    @TempDir
    Path withoutNoise;

    @Test
    void every_beat_is_counted_once_under_each_mapping_and_two_seeds_that_agree_have_no_deviation() throws IOException {
        Path mitdb = copy(TestData.folder("mitdb"));
        PrintStream progress = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (BeatModel model = BeatModel.standard();
                TestedModel one = TestedModel.one(model, EvaluationRun.played(TWO));
                TestedModel same = TestedModel.outOfFold(Map.of(TWO, model), 1)) {
            Origin origin =
                    new Origin("Two records", TWO.name(), "", TWO.records(), "", "", "", "", "", 1, List.of(), false);

            EvaluationRun.Result result = new EvaluationRun(RecordAccess.forTraining(mitdb), TWO, progress)
                    .run(List.of(one, same), origin, List.of());

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
                    .contains("literature (e, j to N) mapping, 3498 beats", "mean of 2 models", "114      1879");
        }
    }

    /** The two records alone, with no noise beside them. */
    private Path copy(Path from) throws IOException {
        Path to = Files.createDirectory(withoutNoise.resolve("mitdb"));
        for (String record : TWO.records()) {
            for (String ending : List.of(".hea", ".dat", ".atr")) {
                Files.copy(from.resolve(record + ending), to.resolve(record + ending));
            }
        }
        return to;
    }
}
