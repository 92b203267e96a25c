package org.rwave.ecg.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeByEpisodeTest {
    private static EpisodeScore ventricular(Beats reference, Beats test) {
        return EpisodeByEpisode.compare(
                Beats.pair(reference, test), Beats.settings(), EpisodeKind.VENTRICULAR_FIBRILLATION);
    }

    private static EpisodeScore atrial(Beats reference, Beats test) {
        return EpisodeByEpisode.compare(Beats.pair(reference, test), Beats.settings(), EpisodeKind.ATRIAL_FIBRILLATION);
    }

    @Test
    void any_overlap_finds_an_episode_and_durations_are_compared() {
        EpisodeScore score = ventricular(Beats.of("[][]", 2000, 4000, 8000, 9000), Beats.of("[]", 3000, 7000));

        assertThat(score.sensitivity()).isEqualTo(new Ratio(1, 2));
        assertThat(score.positivePredictivity()).isEqualTo(new Ratio(1, 1));
        assertThat(score.durationSensitivity()).isEqualTo(new Ratio(1000, 3000));
        assertThat(score.durationPositivePredictivity()).isEqualTo(new Ratio(1000, 4000));
    }

    @Test
    void what_lies_in_the_learning_period_is_cut_off() {
        EpisodeScore score = ventricular(Beats.of("[][]", 100, 300, 500, 2000), Beats.of("[]", 500, 1500));

        assertThat(score.sensitivity()).isEqualTo(new Ratio(1, 1));
        assertThat(score.durationSensitivity()).isEqualTo(new Ratio(500, 1000));
    }

    @Test
    void an_episode_without_end_lasts_to_the_end_of_the_record() {
        EpisodeScore score = ventricular(Beats.of("[", 900_000), Beats.of("[]", 950_000, 960_000));

        assertThat(score.referenceMillis()).isEqualTo(100_000);
        assertThat(score.overlapMillis()).isEqualTo(10_000);
    }

    @Test
    void rhythm_names_bound_ventricular_fibrillation_where_an_annotator_has_no_brackets() {
        Beats named = Beats.none()
                .rhythm(2000, "(VFL")
                .rhythm(3000, "(VFIB")
                .rhythm(4000, "(N")
                .rhythm(8000, "(VF")
                .rhythm(9000, "(VT");

        EpisodeScore score = ventricular(
                named, Beats.of("[]", 3000, 7000).rhythm(7500, "(VFL").rhythm(8500, "(N"));

        assertThat(score.sensitivity()).isEqualTo(new Ratio(1, 2));
        assertThat(score.durationSensitivity()).isEqualTo(new Ratio(1000, 3000));
        assertThat(score.positivePredictivity()).isEqualTo(new Ratio(1, 1));
    }

    @Test
    void atrial_fibrillation_goes_from_one_rhythm_change_to_the_next() {
        Beats reference =
                Beats.none().rhythm(2000, "(AFIB").rhythm(3000, "(AFIB").rhythm(5000, "(N");

        EpisodeScore score =
                atrial(reference, Beats.none().rhythm(6000, "(AFIB").rhythm(7000, "(N"));

        assertThat(score.sensitivity()).isEqualTo(new Ratio(0, 1));
        assertThat(score.positivePredictivity()).isEqualTo(new Ratio(0, 1));
        assertThat(score.referenceMillis()).isEqualTo(3000);
    }

    @Test
    void test_fibrillation_within_reference_flutter_is_not_judged() {
        Beats reference = Beats.none().rhythm(2000, "(AFL").rhythm(5000, "(N");

        EpisodeScore within =
                atrial(reference, Beats.none().rhythm(3000, "(AFIB").rhythm(4000, "(N"));
        EpisodeScore beyond =
                atrial(reference, Beats.none().rhythm(3000, "(AFIB").rhythm(6000, "(N"));
        EpisodeScore before =
                atrial(reference, Beats.none().rhythm(1500, "(AFIB").rhythm(4000, "(N"));
        EpisodeScore around =
                atrial(reference, Beats.none().rhythm(1500, "(AFIB").rhythm(6000, "(N"));

        assertThat(within.positivePredictivity()).isEqualTo(new Ratio(0, 0));
        assertThat(beyond.testMillis()).isEqualTo(1000);
        assertThat(before.testMillis()).isEqualTo(500);
        assertThat(around.testMillis()).isEqualTo(1500);
    }

    @Test
    void the_report_has_the_layout_of_epicmp_and_sumstats() {
        EpisodeScore score = ventricular(Beats.of("[][]", 2000, 4000, 800_000, 900_000), Beats.of("[]", 3000, 7000));
        List<String> lines =
                EpisodeReport.summary(EpisodeKind.VENTRICULAR_FIBRILLATION, List.of(new RecordScore<>("418", score)));

        assertThat(lines)
                .containsExactly(
                        "(VF detection)",
                        "Record  TPs   FN  TPp   FP  ESe E+P DSe D+P  Ref duration  Test duration ",
                        "   418    1    1    1    0   50 100   1  25      1:42.000       0:04.000",
                        "_".repeat(72),
                        "Sum       1    1    1    0                       1:42.000       0:04.000",
                        "Gross                        50 100   1  25",
                        "Average                      50 100   1  25",
                        "",
                        "Summary of results from 1 record");
    }

    @Test
    void times_have_hours_only_where_there_are_any() {
        assertThat(EpisodeReport.time(3_599_999)).isEqualTo("   59:59.999");
        assertThat(EpisodeReport.time(3_600_000)).isEqualTo(" 1:00:00.000");
    }
}
