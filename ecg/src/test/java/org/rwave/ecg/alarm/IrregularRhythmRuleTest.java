package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.IRREGULAR_RHYTHM;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IrregularRhythmRuleTest {
    private static String fibrillation(int beats) {
        Random random = new Random(1);
        StringBuilder rhythm = new StringBuilder();
        for (int i = 0; i < beats; i++) {
            rhythm.append('N').append(500 + random.nextInt(500)).append(' ');
        }
        return rhythm.toString();
    }

    @Test
    void is_raised_by_lasting_irregularity_and_ends_when_it_is_over() {
        assertThat(phases(play("N800*40 " + fibrillation(120) + "N800*100", IRREGULAR_RHYTHM)))
                .containsExactly("IRREGULAR_RHYTHM START", "IRREGULAR_RHYTHM END");
    }

    @Test
    void is_not_raised_by_a_regular_rhythm_with_ventricular_bigeminy_or_single_early_atrial_beats() {
        assertThat(play("V500 N1100 ".repeat(100), IRREGULAR_RHYTHM)).isEmpty();
        assertThat(play("N800*6 S500 N900 ".repeat(40), IRREGULAR_RHYTHM)).isEmpty();
    }

    @Test
    void is_not_raised_by_a_short_episode() {
        assertThat(play("N800*40 " + fibrillation(25) + "N800*100", IRREGULAR_RHYTHM))
                .isEmpty();
    }

    @Test
    void is_not_raised_by_a_slowly_changing_rate() {
        StringBuilder breathing = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            breathing.append('N').append(800 + Math.round(80 * Math.sin(i))).append(' ');
        }

        assertThat(play(breathing.toString(), IRREGULAR_RHYTHM)).isEmpty();
    }
}
