package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.BIGEMINY;
import static org.rwave.ecg.alarm.AlarmKind.TRIGEMINY;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import org.junit.jupiter.api.Test;

class EctopicPatternRuleTest {
    @Test
    void bigeminy_is_known_with_its_third_cycle_and_ends_with_the_second_beat_of_another_kind() {
        assertThat(told(play("N800*4 " + "V500 N1100 ".repeat(4) + "N800*4", BIGEMINY)))
                .containsExactly("BIGEMINY START 3200->8000", "BIGEMINY END 3200->11200");
    }

    @Test
    void two_cycles_are_no_bigeminy() {
        assertThat(play("N800*4 V500 N1100 V500 N1100 N800*4", BIGEMINY)).isEmpty();
    }

    @Test
    void a_couplet_breaks_bigeminy() {
        assertThat(play("N800*4 V500 N1100 V500 V500 N1100 V500 N1100 V500 N800*2", BIGEMINY))
                .isEmpty();
    }

    @Test
    void trigeminy_is_known_with_its_third_cycle() {
        assertThat(told(play("N800*4 " + "V500 N1100 N800 ".repeat(4) + "N800*4", TRIGEMINY)))
                .containsExactly("TRIGEMINY START 2400->9600", "TRIGEMINY END 2400->14400");
    }

    @Test
    void bigeminy_is_no_trigeminy() {
        assertThat(play("N800*4 " + "V500 N1100 ".repeat(10), TRIGEMINY)).isEmpty();
    }

    @Test
    void low_quality_says_nothing() {
        assertThat(play("N800*4 V500 N1100 V500~ N1100 V500 N1100 N800*4", BIGEMINY))
                .isEmpty();
    }

    @Test
    void no_pattern_crosses_a_gap() {
        assertThat(play("N800*4 V500 N1100 V500 N1100 gap100 V500 N1100 V500 N1100 N800*4", BIGEMINY))
                .isEmpty();
    }
}
