package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmScene.only;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.told;

import java.util.List;
import org.junit.jupiter.api.Test;

class BegunTachycardiaTest {
    private static List<AlarmEvent> play(String rhythm, double likeness) {
        return new AlarmScene(AlarmSettings.defaults(), 360, 0, false)
                .withLikeness(likeness)
                .run(rhythm);
    }

    private static List<AlarmEvent> tachycardias(String rhythm, double likeness) {
        return only(VENTRICULAR_TACHYCARDIA, play(rhythm, likeness));
    }

    @Test
    void is_raised_at_the_fifth_beat_when_it_looks_like_the_fourth() {
        assertThat(told(tachycardias("N800*4 V400*6 N900*4", 0.9)))
                .containsExactly("VENTRICULAR_TACHYCARDIA START 3600->5200", "VENTRICULAR_TACHYCARDIA END 3600->9200");
    }

    @Test
    void waits_for_the_class_of_a_fifth_beat_that_looks_otherwise() {
        assertThat(told(tachycardias("N800*4 V400*6", 0.89)))
                .containsExactly("VENTRICULAR_TACHYCARDIA START 3600->5600");
    }

    @Test
    void ends_when_the_class_of_the_fifth_beat_is_another() {
        List<AlarmEvent> events = tachycardias("N800*4 V400*4 N400 N800*4", 0.95);

        assertThat(told(events))
                .containsExactly("VENTRICULAR_TACHYCARDIA START 3600->5200", "VENTRICULAR_TACHYCARDIA END 3600->6000");
        assertThat(events.get(1).message()).endsWith("beat 5 is N after all");
    }

    @Test
    void a_refuted_run_is_announced_as_what_it_was() {
        assertThat(phases(play("N800*4 V400*4 N400 N800*2", 0.95)))
                .containsExactly(
                        "VENTRICULAR_TACHYCARDIA START",
                        "VENTRICULAR_TACHYCARDIA END",
                        "NON_SUSTAINED_VENTRICULAR_TACHYCARDIA START");
    }

    @Test
    void an_earlier_tachycardia_is_not_refuted_by_a_later_run_of_four() {
        assertThat(phases(tachycardias("N800*4 V400*5 N800*2 V400*4 N400 N800", 0.95)))
                .containsExactly("VENTRICULAR_TACHYCARDIA START");
    }

    @Test
    void asks_for_the_rate_the_quality_and_one_V() {
        assertThat(tachycardias("N800*4 V600*4 V620 N900", 0.95)).isEmpty();
        assertThat(tachycardias("N800*4 V400~*3 V400*2", 0.95)).isEmpty();
        assertThat(tachycardias("N800*4 F400*5 N900", 0.95)).isEmpty();
        assertThat(tachycardias("N800*4 V400*3 gap200 V400*2 N900", 0.95)).isEmpty();
    }

    @Test
    void says_that_the_last_beat_was_provisional() {
        AlarmEvent start = tachycardias("N800*4 V400*5", 0.95).get(0);

        assertThat(start.message())
                .isEqualTo(
                        "Ventricular tachycardia: 5 ventricular beats at 150/min, the last by its form (limit 100/min)");
        assertThat(start.evidenceSampleIndexes()).containsExactly(1296L, 1440L, 1584L, 1728L, 1872L);
        assertThat(start.criteria()).allMatch(Criterion::isMet);
        assertThat(start.criteria().stream().map(Criterion::describe))
                .contains(
                        "ventricular beats in a row, the last of them provisional: 5 (>= 5)",
                        "likeness of the last QRS to one of the two before: 0.95 (>= 0.90)");
    }
}
