package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;

import org.junit.jupiter.api.Test;

class PatientClassTest {
    @Test
    void an_adult_has_the_defaults() {
        assertThat(PatientClass.ADULT.settings()).isEqualTo(AlarmSettings.defaults());
    }

    @Test
    void a_rate_of_150_is_extreme_for_an_adult_alone() {
        String rhythm = "N400*30";

        assertThat(phases(play(rhythm))).containsExactly("EXTREME_TACHYCARDIA START");
        assertThat(play(rhythm, PatientClass.PEDIATRIC.settings())).isEmpty();
        assertThat(play(rhythm, PatientClass.NEONATAL.settings())).isEmpty();
    }

    @Test
    void a_newborn_without_a_beat_for_three_seconds_is_in_asystole() {
        assertThat(phases(play("N500*10 N3200", PatientClass.NEONATAL.settings())))
                .contains("ASYSTOLE START");
        assertThat(phases(play("N500*10 N3200"))).doesNotContain("ASYSTOLE START");
    }
}
