package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_COUPLET;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import org.junit.jupiter.api.Test;

class CoupletRuleTest {
    @Test
    void is_known_with_the_beat_after_and_held_for_ten_seconds() {
        assertThat(told(play("N800*4 V400 V400 N900 N800*20", VENTRICULAR_COUPLET)))
                .containsExactly("VENTRICULAR_COUPLET START 3600->5700", "VENTRICULAR_COUPLET END 3600->15700");
    }

    @Test
    void is_not_said_of_one_ventricular_beat_or_of_three() {
        assertThat(play("N800*4 V400 N1200 N800*3", VENTRICULAR_COUPLET)).isEmpty();
        assertThat(play("N800*4 V400*3 N900 N800*3", VENTRICULAR_COUPLET)).isEmpty();
    }

    @Test
    void updates_when_repeated_within_the_hold() {
        assertThat(phases(play("N800*4 V400*2 N900 N800*3 V400*2 N900 N800*20")))
                .containsExactly("VENTRICULAR_COUPLET START", "VENTRICULAR_COUPLET UPDATE", "VENTRICULAR_COUPLET END");
    }

    @Test
    void keeps_silent_for_its_refractory_minute_and_then_speaks_again() {
        String couplet = "V400*2 N900 ";

        assertThat(phases(play("N800*4 " + couplet + "N800*30 " + couplet + "N800*80 " + couplet + "N800*2")))
                .containsExactly("VENTRICULAR_COUPLET START", "VENTRICULAR_COUPLET END", "VENTRICULAR_COUPLET START");
    }

    @Test
    void needs_a_beat_that_is_not_ventricular_on_both_sides_of_it_without_a_gap() {
        assertThat(play("N800*4 gap200 V400*2 N900 N800", VENTRICULAR_COUPLET)).isEmpty();
        assertThat(play("N800*4 V400*2 gap200 N900 N800", VENTRICULAR_COUPLET)).isEmpty();
    }

    @Test
    void needs_good_quality_and_at_least_one_v() {
        assertThat(play("N800*4 V400 V400~ N900 N800", VENTRICULAR_COUPLET)).isEmpty();
        assertThat(play("N800*4 F400*2 N900 N800", VENTRICULAR_COUPLET)).isEmpty();
        assertThat(play("N800*4 F400 V400 N900 N800", VENTRICULAR_COUPLET)).hasSize(1);
    }
}
