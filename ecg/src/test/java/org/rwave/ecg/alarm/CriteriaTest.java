package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmScene.play;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The account that a rule gives of itself when it decides. */
class CriteriaTest {
    /** One after the other, everything that a rule of this package can raise. */
    private static final List<String> EVERYTHING = List.of(
            "N800*4 wait5000",
            "N800*4 V400*6",
            "N400*30",
            "N1700*8",
            "N800*4 V400*3 N800*2",
            "N800*4 V700*7",
            "N800*4 V700*3 N800*2",
            "N800*4 S350*8",
            "N800*4 wait3000",
            "N800*4 V400*2 N800*2",
            "N900*6 V290 N1200 N900",
            "N800*3 " + "V500 N1100 ".repeat(6),
            "N800*3 " + "V500 N1100 N800 ".repeat(6),
            "N800*6 N1600 N800*5",
            "N800*6 " + "N500 N900 N700 N1000 N600 N800 ".repeat(12),
            "N800*4 off5000",
            "N800*4 noisy15000",
            "N800*4 " + "V500 N1100 N800*3 ".repeat(12));

    @Test
    void each_alarm_states_conditions_that_are_all_met() {
        Set<AlarmKind> seen = EnumSet.noneOf(AlarmKind.class);

        for (String rhythm : EVERYTHING) {
            for (AlarmEvent event : play(rhythm)) {
                if (event.phase() == AlarmPhase.END) {
                    assertThat(event.criteria()).as("%s", event).isEmpty();
                } else {
                    seen.add(event.kind());
                    assertThat(event.criteria())
                            .as("%s", event)
                            .isNotEmpty()
                            .allSatisfy(criterion -> assertThat(criterion.isMet())
                                    .as(criterion.describe())
                                    .isTrue());
                }
            }
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(AlarmKind.VENTRICULAR_FIBRILLATION, AlarmKind.NO_DATA)));
    }

    @Test
    void tell_the_measured_value_its_threshold_and_the_setting_behind_it() {
        AlarmEvent start = play("N800*4 V410*6", VENTRICULAR_TACHYCARDIA).get(0);

        assertThat(start.criteria())
                .extracting(Criterion::describe)
                .containsExactly(
                        "ventricular beats in a row: 5 (>= 5)",
                        "mean rate of the last 5: 146.4/min, RR 410 ms (>= 100/min)",
                        "of them class V: 5 (>= 1)",
                        "of them in good quality: 5 (> 2.50)",
                        "of them like one of the two before: 4 (>= 2)");
        assertThat(start.criteria().get(1).setting()).isEqualTo("ventricular-tachycardia-beats-per-minute");
    }

    @Test
    void follow_the_settings() {
        AlarmSettings stricter = AlarmSettings.defaults().with(AlarmThreshold.ASYSTOLE_SECONDS, 6);

        AlarmEvent start = AlarmScene.only(AlarmKind.ASYSTOLE, play("N800*4 wait8000", stricter))
                .get(0);

        assertThat(start.criteria())
                .singleElement()
                .satisfies(criterion -> assertThat(criterion.threshold()).isEqualTo(6));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(AlarmKind.class)
    void every_kind_names_its_source(AlarmKind kind) {
        assertThat(RuleSource.of(kind)).isNotBlank().doesNotContain("\n");
    }
}
