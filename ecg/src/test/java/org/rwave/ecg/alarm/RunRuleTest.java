package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import org.junit.jupiter.api.Test;

class RunRuleTest {
    @Test
    void three_or_four_slow_ventricular_beats_are_a_run() {
        assertThat(told(play("N800*4 V400 V700*2 N900*2"))).containsExactly("VENTRICULAR_RUN START 3600->6800");
        assertThat(phases(play("N800*4 V400 V700*3 N900*2"))).containsExactly("VENTRICULAR_RUN START");
    }

    @Test
    void three_or_four_fast_ones_are_a_non_sustained_tachycardia() {
        assertThat(phases(play("N800*4 V400*3 N900*2"))).containsExactly("NON_SUSTAINED_VENTRICULAR_TACHYCARDIA START");
        assertThat(phases(play("N800*4 V400*4 N900*2"))).containsExactly("NON_SUSTAINED_VENTRICULAR_TACHYCARDIA START");
    }

    @Test
    void a_hundred_a_minute_is_fast_and_below_is_slow() {
        assertThat(phases(play("N800*4 V600*3 N900*2"))).containsExactly("NON_SUSTAINED_VENTRICULAR_TACHYCARDIA START");
        assertThat(phases(play("N800*4 V600*2 V620 N900*2"))).containsExactly("VENTRICULAR_RUN START");
    }

    @Test
    void five_slow_ones_are_an_idioventricular_rhythm_instead() {
        assertThat(told(play("N800*4 V700*7 N900*2")))
                .containsExactly("IDIOVENTRICULAR_RHYTHM START 3900->7400", "IDIOVENTRICULAR_RHYTHM END 3900->9900");
    }

    @Test
    void a_run_cut_by_a_gap_is_said_there_and_does_not_go_on_after_it() {
        assertThat(phases(play("N800*4 V400*4 gap200 V400 N900*2")))
                .containsExactly("NON_SUSTAINED_VENTRICULAR_TACHYCARDIA START");
    }

    @Test
    void a_run_of_fusion_beats_alone_is_none() {
        assertThat(play("N800*4 F400*3 N900*2")).isEmpty();
    }

    @Test
    void an_open_run_is_said_at_the_end_of_the_recording() {
        assertThat(phases(new AlarmScene(AlarmSettings.defaults(), 360, 0, false).runToEnd("N800*4 V400*3")))
                .containsExactly(
                        "NON_SUSTAINED_VENTRICULAR_TACHYCARDIA START", "NON_SUSTAINED_VENTRICULAR_TACHYCARDIA END");
    }
}
