package org.rwave.ecg.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.rhythm.RhythmScene.Seen;
import org.rwave.ecg.signal.LeadStatus;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.TimeAnchor;

class RhythmTrackerTest {
    private static Seen after(String rhythm) {
        return new RhythmScene(360, 0, false).play(rhythm);
    }

    private static double heartRateAfter(String rhythm) {
        return after(rhythm).latest().heartRate().orElseThrow();
    }

    @Test
    void heart_rate_of_a_regular_rhythm_is_exact() {
        assertThat(heartRateAfter("N800*20")).isCloseTo(75, within(1e-9));
    }

    @Test
    void heart_rate_leaves_out_the_longest_and_the_shortest_of_twelve() {
        assertThat(heartRateAfter("N800*12 V500 N1100 N800*3")).isCloseTo(75, within(1e-9));
    }

    @Test
    void heart_rate_is_the_mean_of_four_when_three_in_a_row_are_longer_than_1200_ms() {
        assertThat(heartRateAfter("N800*12 N1500*3")).isCloseTo(60_000 / 1325.0, within(1e-9));
        assertThat(heartRateAfter("N800*12 N1200*4")).isCloseTo(60_000 / 920.0, within(1e-9));
    }

    @Test
    void heart_rate_needs_two_intervals() {
        assertThat(after("N800*2 wait1000").latest().heartRate()).isEmpty();
        assertThat(heartRateAfter("N800*4")).isCloseTo(75, within(1e-9));
    }

    /** Until 63 % of the step shows. Vendors: 6.4 to 7.2 s up, 5.6 to 6.4 s down (Philips MP2), below 11 s (Mindray). */
    @Test
    void heart_rate_follows_steps_from_80_to_120_and_to_40_within_eight_seconds() {
        Seen up = after("N750*20 N500*40");
        Seen down = after("N750*20 N1500*10");

        assertThat(up.secondsFrom(15, vital -> vital.heartRate().orElse(0) >= 80 + 0.63 * 40))
                .isLessThan(8);
        assertThat(down.secondsFrom(15, vital -> vital.heartRate().orElse(99) <= 80 - 0.63 * 40))
                .isLessThan(8);
    }

    @Test
    void heart_rate_does_not_wait_for_the_class_of_the_latest_beat() {
        SamplingRate rate = new SamplingRate(360);
        RhythmTracker tracker = new RhythmTracker(RhythmScene.ADULT, rate);

        List.of(360L, 720L, 1080L).forEach(tracker::rPeak);

        TimeAnchor anchor = new TimeAnchor(0, 0, rate);
        assertThat(tracker.vitalsAt(1100, anchor, List.of(LeadStatus.GOOD), true)
                        .heartRate())
                .hasValue(60);
    }

    @Test
    void heart_rate_of_bigeminy_is_that_of_all_beats() {
        assertThat(heartRateAfter("N1000 V500 ".repeat(10) + "N1000")).isCloseTo(80, within(0.1));
    }

    @Test
    void heart_rate_does_not_count_the_interval_across_a_gap_but_keeps_those_before() {
        assertThat(heartRateAfter("N800*12 gap1500 N800*2")).isCloseTo(75, within(1e-9));
    }

    @Test
    void heart_rate_forgets_what_was_before_a_long_gap() {
        assertThat(after("N800*12 gap15000 N500*2").latest().heartRate()).isEmpty();
    }

    @Test
    void heart_rate_is_empty_while_not_monitoring_and_zero_in_asystole() {
        assertThat(after("N800*12 off2000").latest().heartRate()).isEmpty();
        assertThat(heartRateAfter("N800*12 wait6000")).isZero();
        assertThat(after("N800*12 wait6000").latest().rhythm()).isEqualTo(Rhythm.ASYSTOLE);
    }

    @Test
    void asystole_is_seen_when_no_beat_ever_appears() {
        assertThat(after("wait6000").latest().rhythm()).isEqualTo(Rhythm.ASYSTOLE);
    }

    @Test
    void thirty_a_minute_is_no_asystole_although_classes_come_a_beat_later() {
        assertThat(after("N2000*20").vitals()).extracting(VitalSigns::rhythm).doesNotContain(Rhythm.ASYSTOLE);
    }

    @Test
    void counts_the_ventricular_beats_of_the_last_minute() {
        assertThat(after("N1000*9 V1000 ".repeat(12)).latest().pvcPerMinute()).isEqualTo(6);
        assertThat(after("V1000*3 N1000*70").latest().pvcPerMinute()).isZero();
    }

    @Test
    void names_rhythms() {
        assertThat(after("N800*20").latest().rhythm()).isEqualTo(Rhythm.REGULAR);
        assertThat(after("N1000 V500 ".repeat(8)).latest().rhythm()).isEqualTo(Rhythm.BIGEMINY);
        assertThat(after("N800 N1000 V500 ".repeat(8)).latest().rhythm()).isEqualTo(Rhythm.TRIGEMINY);
        assertThat(after("N800*8 V400*9").latest().rhythm()).isEqualTo(Rhythm.VENTRICULAR_TACHYCARDIA);
        assertThat(after("N800*8 V400*4").latest().rhythm()).isEqualTo(Rhythm.VENTRICULAR_RUN);
        assertThat(after("N800*8 V900*9").latest().rhythm()).isEqualTo(Rhythm.IDIOVENTRICULAR_RHYTHM);
        assertThat(after("N800*8 V900*4").latest().rhythm()).isEqualTo(Rhythm.VENTRICULAR_RUN);
        assertThat(after("N800*20 S380*9").latest().rhythm()).isEqualTo(Rhythm.SUPRAVENTRICULAR_TACHYCARDIA);
        assertThat(after("N800*20 S420*9").latest().rhythm()).isEqualTo(Rhythm.REGULAR);
        assertThat(after("Q800*20").latest().rhythm()).isEqualTo(Rhythm.PACED);
        assertThat(after("N800*2").latest().rhythm()).isEqualTo(Rhythm.UNKNOWN);
        assertThat(after("N800*20 off2000").latest().rhythm()).isEqualTo(Rhythm.UNKNOWN);
    }

    @Test
    void names_rhythms_by_the_limits_of_the_patient() {
        RhythmLimits newborn = new RhythmLimits(5, 150, 5, 5, 220, 3, 3, 3_000_000);

        assertThat(rhythmAfter("N400*8 V545*9", newborn)).isEqualTo(Rhythm.IDIOVENTRICULAR_RHYTHM);
        assertThat(rhythmAfter("N400*8 V380*9", newborn)).isEqualTo(Rhythm.VENTRICULAR_TACHYCARDIA);
        assertThat(rhythmAfter("N400*20 S380*9", newborn)).isEqualTo(Rhythm.REGULAR);
        assertThat(rhythmAfter("N400*8 wait3500", newborn)).isEqualTo(Rhythm.ASYSTOLE);
        assertThat(rhythmAfter("N400*8 wait3500", RhythmScene.ADULT)).isEqualTo(Rhythm.REGULAR);
    }

    private static Rhythm rhythmAfter(String rhythm, RhythmLimits limits) {
        return new RhythmScene(limits, 360, 0, false).play(rhythm).latest().rhythm();
    }

    @Test
    void ventricular_beats_in_bad_signal_do_not_count() {
        assertThat(after("N1000*9 V1000~ ".repeat(6)).latest().pvcPerMinute()).isZero();
    }

    @Test
    void names_irregular_rhythm_by_supraventricular_beats_alone() {
        Random random = new Random(3);
        StringBuilder fibrillation = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            fibrillation.append('N').append(500 + random.nextInt(500)).append(' ');
        }

        assertThat(after(fibrillation.toString()).latest().rhythm()).isEqualTo(Rhythm.IRREGULAR);
        assertThat(after("N800*4 V500 N1100 ".repeat(10)).latest().rhythm()).isEqualTo(Rhythm.REGULAR);
    }

    @Test
    void provisional_and_unordered_beats_are_refused() {
        RhythmTracker tracker = new RhythmTracker(RhythmScene.ADULT, RhythmScene.rate(360));
        tracker.beat(RhythmScene.beat(1000, 1));

        assertThatThrownBy(() -> tracker.beat(RhythmScene.beat(900, 1)))
                .hasMessage("beats must ascend, was 900 after 1000");
        assertThatThrownBy(() -> tracker.beat(RhythmScene.beat(2000, 0)))
                .hasMessage("only final beats count, was provisional at 2000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void resume_shift_and_sampling_rate_change_nothing(int seed) {
        String rhythm = randomRhythm(new Random(seed));
        List<VitalSigns> plain = new RhythmScene(360, 0, false).play(rhythm).vitals();

        assertThat(new RhythmScene(360, 0, true).play(rhythm).vitals()).isEqualTo(plain);
        assertThat(RhythmScene.told(
                        new RhythmScene(360, 777_777, true).play(rhythm).vitals()))
                .isEqualTo(RhythmScene.told(plain));
        for (double hertz : new double[] {250, 500, 1000}) {
            assertThat(RhythmScene.told(
                            new RhythmScene(hertz, 0, false).play(rhythm).vitals()))
                    .isEqualTo(RhythmScene.told(plain));
        }
    }

    @Test
    void state_of_a_patient_with_twenty_ventricular_beats_a_minute_is_below_250_bytes() {
        RhythmScene scene = new RhythmScene(360, 1L << 40, true);
        scene.play("N800*3 V800 ".repeat(60));

        assertThat(scene.largestSnapshotBytes()).isLessThan(250);
    }

    private static String randomRhythm(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            int rr = 100 * (3 + random.nextInt(14));
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "V" + rr + "*" + (1 + random.nextInt(7)) + " ";
                        case 1 -> "gap" + rr + " ";
                        case 2 -> "off" + 2 * rr + " ";
                        case 3 -> "N1000 V500 ".repeat(1 + random.nextInt(5));
                        case 4 -> "wait" + 4 * rr + " ";
                        default -> "N" + rr + "*" + (1 + random.nextInt(9)) + " ";
                    });
        }
        return text.toString();
    }
}
