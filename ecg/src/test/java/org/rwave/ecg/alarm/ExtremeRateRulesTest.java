package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.EXTREME_BRADYCARDIA;
import static org.rwave.ecg.alarm.AlarmKind.EXTREME_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import org.junit.jupiter.api.Test;

class ExtremeRateRulesTest {
    @Test
    void bradycardia_is_raised_at_the_fifth_slow_beat() {
        assertThat(told(play("N800*3 N1600*4 N800*20", EXTREME_BRADYCARDIA)))
                .containsExactly("EXTREME_BRADYCARDIA START 2400->8800", "EXTREME_BRADYCARDIA END 2400->20800");
    }

    @Test
    void exactly_forty_a_minute_is_no_extreme_bradycardia() {
        assertThat(play("N800*3 N1500*10", EXTREME_BRADYCARDIA)).isEmpty();
        assertThat(play("N800*3 N1500*9 N1510", EXTREME_BRADYCARDIA)).hasSize(1);
    }

    @Test
    void bradycardia_is_raised_before_the_fifth_beat_when_that_comes_too_late_to_matter() {
        assertThat(told(play("N800*3 N1700*3 wait2000", EXTREME_BRADYCARDIA)))
                .containsExactly("EXTREME_BRADYCARDIA START 2400->9100");
    }

    @Test
    void a_late_beat_makes_no_bradycardia_of_four_beats_that_are_fast_enough() {
        assertThat(play("N1000*10 wait3900", EXTREME_BRADYCARDIA)).isEmpty();
        assertThat(play("N800*3 N1500*3 wait3900", EXTREME_BRADYCARDIA)).isEmpty();
    }

    @Test
    void a_late_beat_counts_from_the_last_beat_alone() {
        assertThat(play("N800*3 N1700*3 off600 wait1200", EXTREME_BRADYCARDIA)).isEmpty();
        assertThat(play("N800*3 N1700*3 gap300 wait1500", EXTREME_BRADYCARDIA)).isEmpty();
    }

    @Test
    void tachycardia_is_raised_at_the_seventeenth_fast_beat_without_waiting_for_its_class() {
        assertThat(told(play("gap100 N400*17", EXTREME_TACHYCARDIA)))
                .containsExactly("EXTREME_TACHYCARDIA START 500->6900");
    }

    @Test
    void sixteen_fast_beats_are_none() {
        assertThat(play("gap100 N400*16 N1000*5", EXTREME_TACHYCARDIA)).isEmpty();
    }

    @Test
    void exactly_a_hundred_and_forty_a_minute_is_no_extreme_tachycardia() {
        AlarmSettings at150 = AlarmSettings.defaults().with(AlarmThreshold.EXTREME_TACHYCARDIA_BEATS_PER_MINUTE, 150);

        assertThat(play("N400*30", at150)).isEmpty();
        assertThat(play("N400*29 N380", at150)).hasSize(1);
    }

    @Test
    void tachycardia_needs_most_of_its_beats_in_good_quality() {
        assertThat(play("N800*3 N400~*9 N400*8", EXTREME_TACHYCARDIA)).isEmpty();
        assertThat(play("N800*3 N400~*9 N400*9", EXTREME_TACHYCARDIA)).hasSize(1);
    }

    @Test
    void the_quality_of_beats_is_known_after_a_resume() {
        AlarmScene resumed = new AlarmScene(AlarmSettings.defaults(), 360, 0, true);

        assertThat(AlarmScene.only(EXTREME_TACHYCARDIA, resumed.run("N800*3 N400~*9 N400*8")))
                .isEmpty();
    }

    @Test
    void as_many_beats_as_the_settings_permit_can_be_counted() {
        int most = (int) AlarmThreshold.EXTREME_TACHYCARDIA_BEATS.greatest();
        AlarmSettings settings = AlarmSettings.defaults().with(AlarmThreshold.EXTREME_TACHYCARDIA_BEATS, most);

        assertThat(play("gap100 N400*" + (most - 1), settings)).isEmpty();
        assertThat(told(play("gap100 N400*" + most, settings))).containsExactly("EXTREME_TACHYCARDIA START 500->12100");
    }

    @Test
    void tachycardia_does_not_flicker_around_its_limit() {
        String around = "N420*20 " + "N440*20 N420*20 ".repeat(5);

        assertThat(phases(play(around, EXTREME_TACHYCARDIA))).containsExactly("EXTREME_TACHYCARDIA START");
    }

    @Test
    void a_rate_that_is_only_briefly_inside_its_limit_does_not_end_the_alarm() {
        assertThat(phases(play("N800*3 N1600*6 N800*6 N1600*6 N800*20", EXTREME_BRADYCARDIA)))
                .containsExactly("EXTREME_BRADYCARDIA START", "EXTREME_BRADYCARDIA END");
    }

    @Test
    void tachycardia_is_not_said_of_a_ventricular_one() {
        assertThat(phases(play("N800*3 V400*25"))).containsExactly("VENTRICULAR_TACHYCARDIA START");
    }
}
