package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.PAUSE;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import org.junit.jupiter.api.Test;

class PauseRuleTest {
    @Test
    void is_raised_without_waiting_for_the_beat_that_ends_it() {
        assertThat(told(play("N800*5 N3000 N800", PAUSE))).containsExactly("PAUSE START 4000->6500");
    }

    @Test
    void is_raised_at_exactly_its_length_and_not_below() {
        assertThat(play("N800*5 N810 N2500 N800", PAUSE)).hasSize(1);
        assertThat(play("N800*5 N810 N2490 N800", PAUSE)).isEmpty();
    }

    @Test
    void is_no_pause_before_the_first_beat() {
        assertThat(play("N3500 N800*3", PAUSE)).isEmpty();
    }

    @Test
    void does_not_cross_a_gap_or_leads_off() {
        assertThat(play("N800*5 wait1500 gap100 N1500 N800", PAUSE)).isEmpty();
        assertThat(play("N800*5 wait1500 off300 N1500 N800", PAUSE)).isEmpty();
    }

    @Test
    void gives_way_to_asystole() {
        assertThat(phases(play("N800*5 wait5000"))).containsExactly("PAUSE START", "PAUSE END", "ASYSTOLE START");
    }
}
