package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlarmSettingsTest {
    @ParameterizedTest
    @EnumSource(AlarmThreshold.class)
    void defaults_lie_within_their_range(AlarmThreshold threshold) {
        assertThat(AlarmSettings.defaults().get(threshold))
                .isEqualTo(threshold.defaultValue())
                .isBetween(threshold.least(), threshold.greatest());
    }

    @Test
    void names_every_problem_at_once() {
        List<String> problems = AlarmSettings.problems(Map.of(
                AlarmThreshold.ASYSTOLE_SECONDS, 2.2,
                AlarmThreshold.EXTREME_TACHYCARDIA_BEATS, 16.5,
                AlarmThreshold.NOISY_SIGNAL_SECONDS, Double.NaN));

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "extreme-tachycardia-beats must be a whole number, was 16.5",
                        "noisy-signal-seconds must be in [1.0, 60.0], was NaN",
                        "pause-seconds must be below asystole-seconds, was 2.5 with 2.2");
    }

    @Test
    void impossible_settings_are_refused() {
        assertThatThrownBy(() -> AlarmSettings.defaults().with(AlarmThreshold.ASYSTOLE_SECONDS, 60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alarm settings: asystole-seconds must be in [2.0, 15.0], was 60.0");
    }

    @Test
    void a_kind_that_is_off_is_never_raised() {
        AlarmSettings settings = AlarmSettings.defaults().without(AlarmKind.PAUSE);

        assertThat(phases(play("N800*5 N3000 N800", settings))).isEmpty();
    }

    @Test
    void priority_of_a_kind_can_be_changed() {
        AlarmSettings settings = AlarmSettings.defaults().with(AlarmKind.PAUSE, AlarmPriority.HIGH);

        assertThat(play("N800*5 N3000 N800", settings).get(0).priority()).isEqualTo(AlarmPriority.HIGH);
    }
}
