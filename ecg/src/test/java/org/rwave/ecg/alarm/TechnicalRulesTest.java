package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import org.junit.jupiter.api.Test;

class TechnicalRulesTest {
    @Test
    void leads_off_is_raised_after_two_seconds_and_ends_a_second_after_a_lead_is_back() {
        assertThat(told(play("N800*5 off5000 N800*5")))
                .containsExactly("LEADS_OFF START 4000->6000", "LEADS_OFF END 4000->10000");
    }

    @Test
    void leads_off_for_less_is_not_said() {
        assertThat(play("N800*5 off1900 N800*5")).isEmpty();
    }

    @Test
    void flat_leads_are_off_too_and_named() {
        assertThat(play("N800*5 flat5000").get(0).message())
                .isEqualTo("Leads off: no usable lead, not monitoring (lead 1 flat, lead 2 flat)");
    }

    @Test
    void leads_off_speaks_before_any_beat() {
        assertThat(phases(play("off5000"))).containsExactly("LEADS_OFF START");
    }

    @Test
    void noise_is_said_after_ten_seconds_and_ends_after_five_good_ones() {
        assertThat(told(play("N800*5 noisy3900 wait1000")))
                .as("asystole needs no good signal, so beats are needed to see noise alone")
                .isNotEmpty();
        assertThat(told(play(noisyBeats(15) + "N800*10")))
                .containsExactly("NOISY_SIGNAL START 0->10000", "NOISY_SIGNAL END 0->17000");
    }

    @Test
    void leads_off_takes_the_place_of_noise() {
        assertThat(phases(play(noisyBeats(15) + "off3000")))
                .containsExactly("NOISY_SIGNAL START", "NOISY_SIGNAL END", "LEADS_OFF START");
    }

    @Test
    void leads_off_ends_what_was_claimed_of_the_patient() {
        assertThat(phases(play("N800*4 V400*8 off5000")))
                .containsExactly("VENTRICULAR_TACHYCARDIA START", "VENTRICULAR_TACHYCARDIA END", "LEADS_OFF START");
    }

    private static String noisyBeats(int beats) {
        return "noisy800 N0 ".repeat(beats);
    }
}
