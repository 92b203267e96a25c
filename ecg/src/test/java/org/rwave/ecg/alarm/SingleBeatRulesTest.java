package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.MISSED_BEAT;
import static org.rwave.ecg.alarm.AlarmKind.R_ON_T;
import static org.rwave.ecg.alarm.AlarmScene.play;

import org.junit.jupiter.api.Test;

class SingleBeatRulesTest {
    @Test
    void r_on_t_is_an_early_beat_with_its_compensatory_pause() {
        AlarmEvent start = play("N900*6 V290 N1200 N900", R_ON_T).get(0);

        assertThat(start.message()).isEqualTo("R on T: ventricular beat 289 ms after the beat before, mean RR 900 ms");
        assertThat(start.evidenceSampleIndexes()).hasSize(3);
    }

    @Test
    void r_on_t_needs_to_be_earlier_than_a_third_of_the_mean() {
        assertThat(play("N900*6 V300 N1200 N900", R_ON_T)).isEmpty();
        assertThat(play("N900*6 V320 N1200 N900", R_ON_T)).isEmpty();
    }

    @Test
    void r_on_t_needs_its_compensatory_pause() {
        assertThat(play("N900*6 V290 N1100 N900", R_ON_T)).isEmpty();
        assertThat(play("N800*6 V260 N1000 N800", R_ON_T)).hasSize(1);
    }

    @Test
    void r_on_t_is_not_said_at_a_hundred_a_minute() {
        assertThat(play("N600*6 V190 N900 N600", R_ON_T)).isEmpty();
    }

    @Test
    void missed_beat_is_one_long_interval_between_regular_ones() {
        assertThat(play("N800*6 N1600 N800*3", MISSED_BEAT)).hasSize(1);
    }

    @Test
    void missed_beat_needs_more_than_its_fraction_of_the_mean() {
        assertThat(play("N800*6 N1400 N800*3", MISSED_BEAT)).isEmpty();
        assertThat(play("N800*6 N1410 N800*3", MISSED_BEAT)).hasSize(1);
    }

    @Test
    void slowing_rate_is_no_missed_beat() {
        assertThat(play("N800*6 N1600*4", MISSED_BEAT)).isEmpty();
    }

    @Test
    void compensatory_pause_is_no_missed_beat() {
        assertThat(play("N800*6 V500 N1500 N800*3", MISSED_BEAT)).isEmpty();
    }

    @Test
    void a_pause_is_no_missed_beat() {
        assertThat(play("N800*6 N2600 N800*3", MISSED_BEAT)).isEmpty();
    }

    @Test
    void fast_rhythms_miss_a_beat_after_a_second() {
        assertThat(play("N500*6 N1000 N500*3", MISSED_BEAT)).isEmpty();
        assertThat(play("N500*6 N1020 N500*3", MISSED_BEAT)).hasSize(1);
    }
}
