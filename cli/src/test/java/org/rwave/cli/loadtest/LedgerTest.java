package org.rwave.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;

class LedgerTest {
    private static final ExpectedBeats THREE = Beats.oneAChunk(4, BeatClass.N); // at 0, 90, 180

    private final Ledger ledger = new Ledger(List.of(THREE, THREE));

    @Test
    void is_clean_when_every_beat_has_come_once_and_right() {
        enterAll(0);
        enterAll(1);

        assertThat(ledger.isComplete()).isTrue();
        assertThat(ledger.totals()).isEqualTo(new Ledger.Totals(6, 6, 0, 0, 0));
        assertThat(ledger.totals().isClean()).isTrue();
    }

    @Test
    void the_order_of_beats_does_not_matter() {
        for (long r : new long[] {180, 0, 90}) {
            assertThat(ledger.enter(0, r, BeatClass.N)).isEqualTo(Ledger.Entry.EXPECTED);
        }
        enterAll(1);

        assertThat(ledger.totals().isClean()).isTrue();
    }

    @Test
    void a_beat_that_does_not_come_is_lost() {
        enterAll(0);
        ledger.enter(1, 0, BeatClass.N);
        ledger.enter(1, 180, BeatClass.N);

        assertThat(ledger.isComplete()).isFalse();
        assertThat(ledger.totals()).isEqualTo(new Ledger.Totals(6, 5, 1, 0, 0));
        assertThat(ledger.totals().isClean()).isFalse();
    }

    @Test
    void a_beat_that_comes_again_is_a_duplicate() {
        enterAll(0);
        enterAll(1);

        assertThat(ledger.enter(1, 90, BeatClass.N)).isEqualTo(Ledger.Entry.DUPLICATE);

        assertThat(ledger.totals()).isEqualTo(new Ledger.Totals(6, 6, 0, 1, 0));
        assertThat(ledger.totals().isClean()).isFalse();
    }

    @Test
    void a_beat_of_another_class_is_different_and_not_lost() {
        enterAll(0);
        ledger.enter(1, 0, BeatClass.N);
        ledger.enter(1, 90, BeatClass.N);

        assertThat(ledger.enter(1, 180, BeatClass.V)).isEqualTo(Ledger.Entry.DIFFERENT);

        assertThat(ledger.isComplete()).isTrue();
        assertThat(ledger.totals()).isEqualTo(new Ledger.Totals(6, 5, 0, 0, 1));
        assertThat(ledger.totals().isClean()).isFalse();
    }

    @Test
    void a_beat_one_sample_off_is_different_and_its_own_place_lost() {
        enterAll(0);
        ledger.enter(1, 0, BeatClass.N);
        ledger.enter(1, 91, BeatClass.N);
        ledger.enter(1, 180, BeatClass.N);

        assertThat(ledger.totals()).isEqualTo(new Ledger.Totals(6, 5, 1, 0, 1));
    }

    @Test
    void a_beat_of_a_stranger_is_different() {
        enterAll(0);
        enterAll(1);
        ledger.enterStranger();

        assertThat(ledger.totals().different()).isEqualTo(1);
        assertThat(ledger.totals().isClean()).isFalse();
    }

    private void enterAll(int patient) {
        for (long r : new long[] {0, 90, 180}) {
            ledger.enter(patient, r, BeatClass.N);
        }
    }
}
