package org.rwave.trainer.kaggle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowCutTest {
    @Test
    void a_row_ends_a_fifth_of_the_following_interval_behind_the_next_beat_and_is_filled_with_zeros() {
        int[] ramp = new int[2000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = 1000 + i;
        }

        HeartbeatRow row = new RowCut(ramp, 360).cut(100, 130, 145, 2);

        // samples 100, 103, ..., 130: the first of those before 133
        assertThat(row.value(0)).isZero();
        assertThat(row.value(1)).isEqualTo(0.1f);
        assertThat(row.value(10)).isEqualTo(1);
        assertThat(row.value(11)).isZero();
        assertThat(row.label()).isEqualTo(2);
    }

    @Test
    void a_long_row_is_scaled_before_it_is_cut_off() {
        int[] signal = new int[3000];
        signal[600] = 10;
        signal[0] = 5;

        HeartbeatRow row = new RowCut(signal, 360).cut(0, 800, 1300, 0);

        assertThat(row.value(0)).isEqualTo(0.5f);
    }

    @Test
    void a_flat_signal_gives_zeros_and_the_end_of_the_signal_ends_the_row() {
        HeartbeatRow row = new RowCut(new int[100], 1000).cut(50, 90, 400, 1);

        for (int i = 0; i < HeartbeatRow.LENGTH; i++) {
            assertThat(row.value(i)).isZero();
        }
    }
}
