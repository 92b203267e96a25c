package org.rwave.trainer.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.validation.ModelOutcome;
import org.rwave.trainer.validation.TestBeat;

class LabelResultsTest {
    private static final Optional<BeatClass> NOT_STATED = Optional.empty();

    @Test
    void a_beat_is_revised_when_its_final_class_is_another_than_the_one_stated_first() {
        FirstAnswers answers = results(
                        SampleEvaluation.beat("1", BeatClass.V, Optional.of(BeatClass.N), BeatClass.V),
                        SampleEvaluation.beat("1", BeatClass.N, Optional.of(BeatClass.N), BeatClass.N),
                        SampleEvaluation.beat("1", BeatClass.N, NOT_STATED, BeatClass.N),
                        SampleEvaluation.beat("1", BeatClass.S, NOT_STATED, BeatClass.S))
                .firstAnswers(ClassMapping.LITERATURE);

        assertThat(answers.stated()).isEqualTo(0.5);
        assertThat(answers.revised()).isEqualTo(0.25);
        assertThat(answers.first().get(BeatFigures.ACCURACY).mean()).isEqualTo(0.75);
        assertThat(answers.inTheEnd().get(BeatFigures.ACCURACY).mean()).isEqualTo(1);
        assertThat(answers.revisions().get(BeatClass.N.ordinal())).containsExactly(1L, 0L, 1L, 0L, 0L);
    }

    @Test
    void each_mapping_judges_by_its_own_truth() {
        TestBeat escape = new TestBeat(
                "1",
                0,
                BeatClass.N,
                BeatClass.S,
                Optional.empty(),
                ClassProbabilities.certain(BeatClass.N),
                Optional.empty());

        LabelResults results = results(escape);

        assertThat(accuracy(results.atReferencePositions(ClassMapping.LITERATURE)))
                .isEqualTo(1);
        assertThat(accuracy(results.atReferencePositions(ClassMapping.EC57))).isZero();
    }

    @Test
    void records_232_and_202_are_left_out_where_they_are_and_else_the_one_with_the_most_S() {
        TestBeat right = SampleEvaluation.beat("100", BeatClass.N, NOT_STATED, BeatClass.N);
        TestBeat wrong = SampleEvaluation.beat("232", BeatClass.S, NOT_STATED, BeatClass.N);

        ReferenceResult ds2 = results(right, wrong, SampleEvaluation.beat("202", BeatClass.N, NOT_STATED, BeatClass.N))
                .atReferencePositions(ClassMapping.LITERATURE);
        ReferenceResult other = results(right, SampleEvaluation.beat("209", BeatClass.S, NOT_STATED, BeatClass.N))
                .atReferencePositions(ClassMapping.LITERATURE);

        assertThat(ds2.without()).extracting(ReferenceResult.Without::record).containsExactly("232", "202");
        assertThat(ds2.without().get(0).figures().get(BeatFigures.ACCURACY).mean())
                .isEqualTo(1);
        assertThat(other.without()).extracting(ReferenceResult.Without::record).containsExactly("209");
    }

    @Test
    void F1_over_records_counts_the_records_that_have_the_class_alike() {
        ReferenceResult result = results(
                        SampleEvaluation.beat("1", BeatClass.S, NOT_STATED, BeatClass.S),
                        SampleEvaluation.beat("1", BeatClass.S, NOT_STATED, BeatClass.S),
                        SampleEvaluation.beat("2", BeatClass.S, NOT_STATED, BeatClass.N),
                        SampleEvaluation.beat("3", BeatClass.N, NOT_STATED, BeatClass.N))
                .atReferencePositions(ClassMapping.LITERATURE);

        assertThat(result.figures().get(BeatFigures.f1OverRecords(BeatClass.S)).mean())
                .isEqualTo(0.5);
        assertThat(result.figures().get(BeatFigures.f1(BeatClass.S)).mean()).isCloseTo(0.8, within(1e-12));
    }

    private static double accuracy(ReferenceResult result) {
        return result.figures().get(BeatFigures.ACCURACY).mean();
    }

    private static LabelResults results(TestBeat... beats) {
        return new LabelResults(List.of(new ModelOutcome(List.of(beats), List.of())));
    }
}
