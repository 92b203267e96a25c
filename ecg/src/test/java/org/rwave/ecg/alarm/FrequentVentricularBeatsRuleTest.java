package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.FREQUENT_VENTRICULAR_BEATS;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;

import org.junit.jupiter.api.Test;

class FrequentVentricularBeatsRuleTest {
    /** One V in 5 s. */
    private static final String TWELVE_A_MINUTE = "N1000*4 V500 N500 ";

    @Test
    void is_raised_by_the_eleventh_in_a_minute() {
        assertThat(play(TWELVE_A_MINUTE.repeat(10) + "N1000*3", FREQUENT_VENTRICULAR_BEATS))
                .isEmpty();
        assertThat(play(TWELVE_A_MINUTE.repeat(11) + "N1000*3", FREQUENT_VENTRICULAR_BEATS))
                .hasSize(1);
    }

    @Test
    void ends_when_the_minute_holds_eight() {
        assertThat(phases(play(TWELVE_A_MINUTE.repeat(14) + "N1000*70", FREQUENT_VENTRICULAR_BEATS)))
                .containsExactly("FREQUENT_VENTRICULAR_BEATS START", "FREQUENT_VENTRICULAR_BEATS END");
    }

    @Test
    void low_quality_beats_do_not_count() {
        assertThat(play("N1000*4 V500~ N500 ".repeat(20), FREQUENT_VENTRICULAR_BEATS))
                .isEmpty();
    }
}
