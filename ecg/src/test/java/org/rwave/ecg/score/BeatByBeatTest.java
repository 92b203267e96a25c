package org.rwave.ecg.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.score.Beats.compare;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BeatByBeatTest {
    @Test
    void a_beat_150_ms_away_is_a_match_and_151_ms_away_is_a_miss_and_an_extra() {
        BeatMatrix near = compare(Beats.of("NN", 2000, 3000), Beats.of("NN", 2150, 2850));
        BeatMatrix far = compare(Beats.of("NN", 2000, 3000), Beats.of("NN", 2151, 3000));

        assertThat(near.qrs()).isEqualTo(new DetectionCounts(2, 0, 0));
        assertThat(far.qrs()).isEqualTo(new DetectionCounts(1, 1, 1));
    }

    @Test
    void of_two_test_beats_in_the_window_the_nearer_one_is_paired() {
        BeatMatrix matrix = compare(Beats.of("N", 2000), Beats.of("VN", 1900, 2050));

        assertThat(matrix.count(BeatLabel.N, BeatLabel.N)).isEqualTo(1);
        assertThat(matrix.count(BeatLabel.O, BeatLabel.V)).isEqualTo(1);
    }

    /** The example in bxb's comment on the rule of 24 November 2002: both beats are paired, in order. */
    @Test
    void a_tie_goes_to_the_earlier_pair_when_the_later_pair_is_closer() {
        BeatMatrix matrix = compare(Beats.of("NV", 2096, 2160), Beats.of("NV", 2128, 2185));

        assertThat(matrix.count(BeatLabel.N, BeatLabel.N)).isEqualTo(1);
        assertThat(matrix.count(BeatLabel.V, BeatLabel.V)).isEqualTo(1);
        assertThat(matrix.qrs()).isEqualTo(new DetectionCounts(2, 0, 0));
    }

    @Test
    void the_first_reference_beat_may_match_a_test_beat_just_before_the_test_period() {
        BeatMatrix matrix = compare(Beats.of("NN", 1050, 2000), Beats.of("NN", 950, 2000));

        assertThat(matrix.qrs()).isEqualTo(new DetectionCounts(2, 0, 0));
    }

    @Test
    void a_test_beat_just_after_the_start_is_not_held_against_the_detector() {
        BeatMatrix matrix = compare(Beats.of("NN", 950, 2000), Beats.of("NN", 1050, 2000));

        assertThat(matrix.qrs()).isEqualTo(new DetectionCounts(1, 0, 0));
    }

    @Test
    void beats_in_the_learning_period_do_not_count() {
        BeatMatrix matrix = compare(Beats.of("NVN", 200, 500, 2000), Beats.of("NNV", 300, 600, 2000));

        assertThat(matrix.qrs()).isEqualTo(new DetectionCounts(1, 0, 0));
        assertThat(matrix.count(BeatLabel.N, BeatLabel.V)).isEqualTo(1);
    }

    @Test
    void nothing_counts_within_reference_fibrillation() {
        Beats reference = Beats.of("N[!!]N", 2000, 2500, 2600, 2800, 4000, 5000);

        BeatMatrix matrix = compare(reference, Beats.of("NNVNN", 2000, 2600, 3000, 4200, 5000));

        assertThat(matrix.qrs()).isEqualTo(new DetectionCounts(2, 0, 1));
        assertThat(matrix.count(BeatLabel.O, BeatLabel.N)).isEqualTo(1);
    }

    @Test
    void a_beat_missed_in_test_shutdown_goes_to_column_x_and_the_seconds_are_tallied() {
        Beats test = Beats.of("NN", 2000, 9000).quality(3000, 0x33).quality(6600, 0);

        BeatMatrix matrix = compare(Beats.of("NVNN", 2000, 4000, 8000, 9000), test);

        assertThat(matrix.count(BeatLabel.V, BeatLabel.X)).isEqualTo(1);
        assertThat(matrix.count(BeatLabel.N, BeatLabel.O)).isEqualTo(1);
        assertThat(matrix.shutdownSeconds()).isEqualTo(4);
        assertThat(matrix.missedInShutdown(BeatLabel.V)).isEqualTo(new Ratio(1, 1));
    }

    @Test
    void an_extra_beat_in_reference_shutdown_goes_to_row_x() {
        Beats reference = Beats.of("NN", 2000, 9000).quality(3000, 0x30).quality(6000, 0x10);

        BeatMatrix matrix = compare(reference, Beats.of("NVSN", 2000, 4000, 8000, 9000));

        assertThat(matrix.count(BeatLabel.X, BeatLabel.V)).isEqualTo(1);
        assertThat(matrix.count(BeatLabel.O, BeatLabel.S)).isEqualTo(1);
        assertThat(matrix.qrs()).isEqualTo(new DetectionCounts(2, 0, 2));
    }

    @Test
    void a_single_shutdown_mark_reaches_from_the_last_beat_to_the_next_annotation() {
        Beats test = Beats.of("NN", 2000, 9000).quality(5000, 0x30);

        BeatMatrix matrix = compare(Beats.of("NNNNN", 2000, 2151, 5000, 8850, 9000), test);

        assertThat(matrix.count(BeatLabel.N, BeatLabel.X)).isEqualTo(3);
        assertThat(matrix.shutdownSeconds()).isEqualTo(7);
    }

    @Test
    void a_shutdown_that_never_ends_counts_to_the_end_of_the_record() {
        Beats test = Beats.of("N", 2000).quality(900_000, 0x30);

        BeatMatrix matrix = compare(Beats.of("NN", 2000, 950_000), test);

        assertThat(matrix.count(BeatLabel.N, BeatLabel.X)).isEqualTo(1);
        assertThat(matrix.shutdownSeconds()).isEqualTo(100);
    }

    @Test
    void rr_error_is_the_root_mean_square_over_paired_intervals() {
        BeatMatrix matrix = compare(Beats.of("NNNN", 500, 2000, 3000, 4000), Beats.of("NNNN", 500, 2000, 3003, 3999));

        // intervals 1500/1500, 1000/1003, 1000/996
        assertThat(matrix.rmsRrErrorMillis().orElseThrow()).isEqualTo(Math.sqrt((9 + 16) / 3.0));
    }

    @Test
    void an_f_or_q_called_v_is_no_false_positive_but_an_n_s_or_extra_beat_is() {
        BeatMatrix matrix = compare(
                Beats.of("FQNSV", 2000, 3000, 4000, 5000, 6000),
                Beats.of("VVVVVV", 2000, 3000, 4000, 5000, 6000, 7000));

        assertThat(matrix.ventricular()).isEqualTo(new DetectionCounts(1, 0, 3));
    }

    @Test
    void escape_beats_move_to_n_in_the_mapping_of_the_literature_alone() {
        AnnotationPair pair = Beats.pair(Beats.of("ejnA", 2000, 3000, 4000, 5000), Beats.none());

        BeatMatrix ec57 = BeatByBeat.compare(pair, Beats.settings());
        BeatMatrix literature = BeatByBeat.compare(pair, Beats.settings().withMapping(ClassMapping.LITERATURE));

        assertThat(ec57.reference(BeatLabel.S)).isEqualTo(4);
        assertThat(literature.reference(BeatLabel.S)).isEqualTo(2);
        assertThat(literature.reference(BeatLabel.N)).isEqualTo(2);
    }

    @Test
    void with_unknown_length_the_comparison_ends_with_the_reference() {
        Beats reference = Beats.of("NN", 2000, 3000);
        Beats test = Beats.of("NNNN", 2000, 3000, 4000, 5000);

        BeatMatrix open =
                BeatByBeat.compare(reference.list(), test.list(), Beats.RATE, OptionalLong.empty(), Beats.settings());

        assertThat(open.qrs()).isEqualTo(new DetectionCounts(2, 0, 0));
        assertThat(compare(reference, test).qrs()).isEqualTo(new DetectionCounts(2, 0, 2));
    }

    @Test
    void matrices_add_up() {
        BeatMatrix one = compare(Beats.of("NN", 2000, 3000), Beats.of("NN", 2000, 3010));
        BeatMatrix other = compare(Beats.of("VV", 2000, 3000), Beats.of("V", 2000));

        BeatMatrix sum = BeatMatrix.EMPTY.plus(one).plus(other);

        assertThat(sum.qrs()).isEqualTo(new DetectionCounts(3, 1, 0));
        assertThat(sum.rmsRrErrorMillis()).isEqualTo(one.rmsRrErrorMillis());
        assertThat(sum.ventricular().sensitivity()).isEqualTo(new Ratio(1, 2));
    }
}
