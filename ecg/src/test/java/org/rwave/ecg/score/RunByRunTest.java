package org.rwave.ecg.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunByRunTest {
    private static RunMatrix ventricular(Beats reference, Beats test) {
        return RunByRun.compare(Beats.pair(reference, test), Beats.settings(), RunKind.VENTRICULAR);
    }

    private static RunMatrix supraventricular(Beats reference, Beats test) {
        return RunByRun.compare(Beats.pair(reference, test), Beats.settings(), RunKind.SUPRAVENTRICULAR);
    }

    @Test
    void a_couplet_is_found_when_the_test_has_two_beats_in_its_window() {
        Beats reference = Beats.of("NVFN", 2000, 3000, 3500, 4500);

        RunMatrix both = ventricular(reference, Beats.of("NVVN", 2000, 3150, 3500, 4500));
        RunMatrix one = ventricular(reference, Beats.of("NVNN", 2000, 3000, 3500, 4500));

        assertThat(both.sensitivity(RunLength.COUPLET)).isEqualTo(new Ratio(1, 1));
        assertThat(one.sensitivity(RunLength.COUPLET)).isEqualTo(new Ratio(0, 1));
        assertThat(one.referenceRuns(2, 1)).isEqualTo(1);
    }

    @Test
    void beats_outside_the_window_of_the_run_do_not_count_for_it() {
        RunMatrix matrix =
                ventricular(Beats.of("NVVN", 2000, 3000, 3500, 4500), Beats.of("NVVVN", 2000, 2849, 3500, 3651, 4500));

        assertThat(matrix.referenceRuns(2, 1)).isEqualTo(1);
        assertThat(matrix.testRuns(2, 3)).isEqualTo(1);
        assertThat(matrix.positivePredictivity(RunLength.SHORT)).isEqualTo(new Ratio(0, 1));
    }

    @Test
    void six_or_more_beats_are_a_long_run() {
        Beats reference = Beats.of("NVVVVVVVVN", 2000, 3000, 3300, 3600, 3900, 4200, 4500, 4800, 5100, 6000);
        Beats test = Beats.of("NVVVVVNNNN", 2000, 3000, 3300, 3600, 3900, 4200, 4500, 4800, 5100, 6000);

        RunMatrix matrix = ventricular(reference, test);

        assertThat(matrix.referenceRuns(6, 5)).isEqualTo(1);
        assertThat(matrix.sensitivity(RunLength.LONG)).isEqualTo(new Ratio(0, 1));
        assertThat(matrix.positivePredictivity(RunLength.SHORT)).isEqualTo(new Ratio(1, 1));
    }

    @Test
    void fibrillation_is_a_long_run_for_either_side() {
        Beats reference = Beats.of("N[]N", 2000, 3000, 6000, 7000);
        Beats test = Beats.of("NVVN", 2000, 3500, 4000, 7000);

        RunMatrix matrix = ventricular(reference, test);

        assertThat(matrix.referenceRuns(6, 2)).isEqualTo(1);
        assertThat(matrix.testRuns(6, 2)).isEqualTo(1);
        assertThat(matrix.positivePredictivity(RunLength.COUPLET)).isEqualTo(new Ratio(1, 1));
    }

    @Test
    void fibrillation_that_began_in_the_learning_period_goes_on() {
        RunMatrix matrix = ventricular(Beats.of("[]N", 500, 3000, 4000), Beats.of("NN", 500, 4000));

        assertThat(matrix.referenceRuns(6, 0)).isEqualTo(1);
    }

    @Test
    void normal_beats_in_atrial_fibrillation_make_a_supraventricular_run() {
        Beats reference = Beats.of("NNNNNN", 2000, 3000, 4000, 5000, 6000, 9000)
                .rhythm(2500, "(AFIB")
                .rhythm(7000, "(N");

        RunMatrix matrix = supraventricular(reference, Beats.of("NSSN", 2000, 3000, 4000, 9000));

        assertThat(matrix.referenceRuns(6, 2)).isEqualTo(1);
        assertThat(matrix.testRuns(6, 2)).isEqualTo(1);
    }

    @Test
    void a_ventricular_beat_ends_a_supraventricular_run_and_the_other_way_round() {
        Beats reference = Beats.of("NSVVN", 2000, 3000, 3500, 4000, 5000);

        assertThat(supraventricular(reference, Beats.none()).referenceRuns(1, 0))
                .isEqualTo(1);
        assertThat(ventricular(reference, Beats.none()).referenceRuns(2, 0)).isEqualTo(1);
    }

    @Test
    void shutdown_ends_a_run() {
        Beats reference =
                Beats.of("NVVN", 2000, 3000, 4000, 5000).quality(3500, 0x30).quality(3600, 0);

        RunMatrix matrix = ventricular(reference, Beats.of("NN", 2000, 5000));

        assertThat(matrix.referenceRuns(1, 0)).isEqualTo(2);
    }

    @Test
    void a_run_still_open_at_the_end_of_the_annotations_counts() {
        RunMatrix matrix = ventricular(Beats.of("NVV", 2000, 3000, 3500), Beats.of("NVV", 2000, 3000, 3500));

        assertThat(matrix.sensitivity(RunLength.COUPLET)).isEqualTo(new Ratio(1, 1));
    }

    @Test
    void an_isolated_extra_ventricular_couplet_counts_against_predictivity() {
        RunMatrix matrix =
                ventricular(Beats.of("NNNN", 2000, 3000, 3500, 4500), Beats.of("NVVN", 2000, 3000, 3500, 4500));

        assertThat(matrix.positivePredictivity(RunLength.COUPLET)).isEqualTo(new Ratio(0, 1));
        assertThat(RunMatrix.EMPTY.plus(matrix).plus(matrix).testRuns(0, 2)).isEqualTo(2);
    }
}
