package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.SUPRAVENTRICULAR_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import org.junit.jupiter.api.Test;

class SupraventricularTachycardiaRuleTest {
    @Test
    void is_known_with_the_fifth_beat_and_ends_with_three_others() {
        assertThat(told(play("N800*4 S350*8 N800*4", SUPRAVENTRICULAR_TACHYCARDIA)))
                .containsExactly(
                        "SUPRAVENTRICULAR_TACHYCARDIA START 3550->5300", "SUPRAVENTRICULAR_TACHYCARDIA END 3550->9200");
    }

    @Test
    void needs_five_beats_above_a_hundred_and_fifty_a_minute() {
        assertThat(play("N800*4 S380*4 N800*4", SUPRAVENTRICULAR_TACHYCARDIA)).isEmpty();
        assertThat(play("N800*4 S400*8 N800*4", SUPRAVENTRICULAR_TACHYCARDIA)).isEmpty();
    }
}
