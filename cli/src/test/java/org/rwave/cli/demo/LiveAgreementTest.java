package org.rwave.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;

class LiveAgreementTest {
    private final LiveAgreement agreement = new LiveAgreement();

    @Test
    void says_nothing_before_the_first_pair() {
        agreement.reference(100, BeatClass.N);

        assertThat(agreement.percent()).isNaN();
    }

    @Test
    void counts_pairs_of_the_same_class_within_150_ms() {
        agreement.reference(100, BeatClass.N);
        agreement.reference(400, BeatClass.V);
        agreement.reference(700, BeatClass.N);
        classified(154, BeatClass.N);
        classified(400, BeatClass.N);
        classified(700, BeatClass.N);
        classified(1000, BeatClass.N);

        assertThat(agreement.compared()).isEqualTo(3);
        assertThat(agreement.percent()).isEqualTo(100.0 * 2 / 3);
        assertThat(agreement.missed()).isZero();
        assertThat(agreement.extra()).isZero();
    }

    @Test
    void a_reference_beat_without_a_partner_is_missed() {
        agreement.reference(100, BeatClass.N);
        agreement.reference(400, BeatClass.N);
        classified(155, BeatClass.N);
        classified(400, BeatClass.N);
        classified(700, BeatClass.N);

        assertThat(agreement.missed()).isEqualTo(1);
        assertThat(agreement.extra()).isEqualTo(1);
        assertThat(agreement.compared()).isEqualTo(1);
    }

    @Test
    void of_two_candidates_the_nearer_one_is_the_partner() {
        agreement.reference(100, BeatClass.V);
        classified(60, BeatClass.N);
        classified(105, BeatClass.V);
        classified(500, BeatClass.N);

        assertThat(agreement.percent()).isEqualTo(100);
        assertThat(agreement.extra()).isEqualTo(1);
    }

    @Test
    void reference_beats_may_arrive_after_the_classified_ones() {
        classified(100, BeatClass.N);
        classified(400, BeatClass.N);
        agreement.reference(100, BeatClass.N);
        agreement.reference(400, BeatClass.N);
        classified(700, BeatClass.N);

        assertThat(agreement.compared()).isEqualTo(2);
        assertThat(agreement.percent()).isEqualTo(100);
    }

    private void classified(long sampleIndex, BeatClass beatClass) {
        agreement.classified(sampleIndex, beatClass, 360);
    }
}
