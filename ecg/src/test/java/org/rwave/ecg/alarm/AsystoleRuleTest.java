package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.ASYSTOLE;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import org.junit.jupiter.api.Test;

class AsystoleRuleTest {
    @Test
    void is_raised_four_seconds_after_the_last_beat_and_ends_with_the_next() {
        assertThat(told(play("N800*5 N6000 N800", ASYSTOLE)))
                .containsExactly("ASYSTOLE START 4000->8000", "ASYSTOLE END 4000->10000");
    }

    @Test
    void is_raised_by_the_first_tick_after_four_seconds_when_the_last_beat_is_between_ticks() {
        assertThat(told(play("N810*5 wait6000", ASYSTOLE))).containsExactly("ASYSTOLE START 4050->8100");
    }

    @Test
    void is_not_raised_by_a_beat_just_before_four_seconds() {
        assertThat(play("N800*5 N3990 N800", ASYSTOLE)).isEmpty();
    }

    @Test
    void is_raised_by_a_beat_exactly_four_seconds_after_the_last() {
        assertThat(told(play("N800*4 N850 N4000 N800", ASYSTOLE)))
                .containsExactly("ASYSTOLE START 4050->8050", "ASYSTOLE END 4050->8050");
    }

    @Test
    void is_raised_when_no_beat_ever_appears() {
        assertThat(told(play("wait5000", ASYSTOLE))).containsExactly("ASYSTOLE START 0->4000");
    }

    @Test
    void counts_from_where_watching_begins_when_the_detector_was_still_learning() {
        assertThat(told(play("blind3000 wait5000", ASYSTOLE))).containsExactly("ASYSTOLE START 3000->7000");
    }

    @Test
    void is_not_raised_while_every_lead_is_off_or_flat() {
        assertThat(play("N800*5 off20000", ASYSTOLE)).isEmpty();
        assertThat(play("N800*5 flat20000", ASYSTOLE)).isEmpty();
    }

    @Test
    void counts_anew_when_leads_were_off_for_long() {
        assertThat(told(play("N800*5 wait3000 off3000 wait5000", ASYSTOLE)))
                .containsExactly("ASYSTOLE START 10000->14000");
    }

    @Test
    void stops_counting_during_a_short_gap_but_does_not_forget() {
        assertThat(told(play("N800*5 wait3000 gap500 wait3000", ASYSTOLE)))
                .containsExactly("ASYSTOLE START 4000->8500");
    }

    @Test
    void cannot_be_hidden_by_a_lost_packet_every_three_seconds() {
        assertThat(play("N800*5 wait3000 gap200 wait3000 gap200 wait3000 gap200 wait3000", ASYSTOLE))
                .hasSize(1);
    }

    @Test
    void counts_anew_after_a_long_gap() {
        assertThat(told(play("N800*5 wait3000 gap3000 wait5000", ASYSTOLE)))
                .containsExactly("ASYSTOLE START 10000->14000");
    }

    @Test
    void ends_when_the_leads_come_off_so_that_leads_off_speaks() {
        assertThat(told(play("N800*5 wait5000 off6000")))
                .containsExactly(
                        "PAUSE START 4000->6500",
                        "PAUSE END 4000->8000",
                        "ASYSTOLE START 4000->8000",
                        "ASYSTOLE END 4000->11100",
                        "LEADS_OFF START 9100->11100");
    }

    @Test
    void is_raised_in_noise_because_quiet_is_not_required() {
        assertThat(told(play("N800*5 noisy5000", ASYSTOLE))).containsExactly("ASYSTOLE START 4000->8000");
    }

    @Test
    void counts_from_the_beat_although_the_detector_tells_of_it_late() {
        assertThat(told(AlarmScene.only(
                        ASYSTOLE,
                        new AlarmScene(AlarmSettings.defaults(), 360, 0, false)
                                .withDetectionDelay(350)
                                .run("N800*5 N6000 wait1000"))))
                .containsExactly("ASYSTOLE START 4000->8000", "ASYSTOLE END 4000->10300");
    }

    @Test
    void names_the_last_beat_and_its_numbers() {
        AlarmEvent start = play("N800*5 wait5000", ASYSTOLE).get(0);

        assertThat(start.priority()).isEqualTo(AlarmPriority.HIGH);
        assertThat(start.message()).isEqualTo("Asystole: no R peak for 4.0 s");
        assertThat(start.evidenceSampleIndexes()).containsExactly(4 * 360L);
        assertThat(start.ruleVersion()).isEqualTo("asystole-1");
    }
}
