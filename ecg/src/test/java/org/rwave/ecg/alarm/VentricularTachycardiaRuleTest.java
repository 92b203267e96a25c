package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rwave.ecg.alarm.AlarmKind.VENTRICULAR_TACHYCARDIA;
import static org.rwave.ecg.alarm.AlarmScene.only;
import static org.rwave.ecg.alarm.AlarmScene.phases;
import static org.rwave.ecg.alarm.AlarmScene.play;
import static org.rwave.ecg.alarm.AlarmScene.told;

import java.util.List;
import org.junit.jupiter.api.Test;

class VentricularTachycardiaRuleTest {
    @Test
    void is_raised_when_the_fifth_ventricular_beat_is_known() {
        assertThat(told(play("N800*4 V400*6 N900*4", VENTRICULAR_TACHYCARDIA)))
                .containsExactly("VENTRICULAR_TACHYCARDIA START 3600->5600", "VENTRICULAR_TACHYCARDIA END 3600->9200");
    }

    @Test
    void is_raised_at_exactly_a_hundred_a_minute_and_not_below() {
        assertThat(play("N800*4 V600*5 N900", VENTRICULAR_TACHYCARDIA)).hasSize(1);
        assertThat(play("N800*4 V600*4 V620 N900", VENTRICULAR_TACHYCARDIA)).isEmpty();
    }

    @Test
    void does_not_count_the_coupling_interval() {
        assertThat(play("N800*4 V1200 V600*4 N900", VENTRICULAR_TACHYCARDIA)).hasSize(1);
    }

    @Test
    void is_not_raised_by_four_beats() {
        assertThat(play("N800*4 V400*4 N900*4", VENTRICULAR_TACHYCARDIA)).isEmpty();
    }

    @Test
    void is_raised_when_a_slow_run_becomes_fast() {
        assertThat(phases(play("N800*4 V700*6 V500*6 N900*4")))
                .containsExactly(
                        "IDIOVENTRICULAR_RHYTHM START",
                        "IDIOVENTRICULAR_RHYTHM END",
                        "VENTRICULAR_TACHYCARDIA START",
                        "VENTRICULAR_TACHYCARDIA END");
    }

    @Test
    void counts_fusion_beats_but_needs_a_ventricular_one() {
        assertThat(play("N800*4 F400 V400 F400*3 N900", VENTRICULAR_TACHYCARDIA))
                .hasSize(1);
        assertThat(play("N800*4 F400*5 N900", VENTRICULAR_TACHYCARDIA)).isEmpty();
    }

    @Test
    void is_not_raised_by_beats_of_which_each_looks_otherwise() {
        assertThat(told(ofManyForms("N800*4 V400*9 N900*4"))).isEmpty();
    }

    @Test
    void is_raised_by_ten_beats_of_any_form_in_good_signal() {
        List<AlarmEvent> polymorphic = ofManyForms("N800*4 V400*11");

        assertThat(told(polymorphic)).containsExactly("VENTRICULAR_TACHYCARDIA START 3600->7600");
        assertThat(polymorphic.get(0).message()).contains("10 ventricular beats of several forms at 150/min");
        assertThat(polymorphic.get(0).criteria()).allMatch(Criterion::isMet);
        assertThat(ofManyForms("N800*4 V400*4 V400~ V400*6")).isEmpty();
        assertThat(ofManyForms("N800*4 V400*4 V2500 V400*6")).isEmpty();
    }

    private static List<AlarmEvent> ofManyForms(String rhythm) {
        return only(
                VENTRICULAR_TACHYCARDIA,
                new AlarmScene(AlarmSettings.defaults(), 360, 0, false)
                        .withLikeness(0.84)
                        .run(rhythm));
    }

    @Test
    void says_how_many_beats_are_alike() {
        assertThat(play("N800*4 V400*5 N900", VENTRICULAR_TACHYCARDIA).get(0).criteria().stream()
                        .map(Criterion::describe))
                .contains("of them like one of the two before: 4 (>= 2)");
    }

    @Test
    void asks_for_no_class_at_two_hundred_a_minute_but_for_six_good_beats() {
        assertThat(phases(play("N800*4 N280*8 N800*4", VENTRICULAR_TACHYCARDIA)))
                .containsExactly("VENTRICULAR_TACHYCARDIA START", "VENTRICULAR_TACHYCARDIA END");
        assertThat(play("N800*4 N280*4 N800*4", VENTRICULAR_TACHYCARDIA)).isEmpty();
        assertThat(play("N800*4 N280*4 N280~ N280*3 N800*4", VENTRICULAR_TACHYCARDIA))
                .isEmpty();
        assertThat(play("N800*4 N310*20 N800*4", VENTRICULAR_TACHYCARDIA)).isEmpty();
    }

    @Test
    void does_not_cross_a_gap() {
        assertThat(play("N800*4 V400*3 gap200 V400*3 N900", VENTRICULAR_TACHYCARDIA))
                .isEmpty();
    }

    @Test
    void stays_one_alarm_over_one_or_two_other_beats_and_updates_with_the_next_run() {
        assertThat(phases(play("N800*4 V400*5 N800*2 V400*7 N900*4", VENTRICULAR_TACHYCARDIA)))
                .containsExactly(
                        "VENTRICULAR_TACHYCARDIA START",
                        "VENTRICULAR_TACHYCARDIA UPDATE",
                        "VENTRICULAR_TACHYCARDIA END");
    }

    @Test
    void does_not_flicker_around_its_rate() {
        assertThat(phases(play("N800*4 " + "V600*6 V620*6 ".repeat(5), VENTRICULAR_TACHYCARDIA)))
                .containsExactly("VENTRICULAR_TACHYCARDIA START");
        assertThat(phases(play("N800*4 V600*6 V640*6", VENTRICULAR_TACHYCARDIA)))
                .containsExactly("VENTRICULAR_TACHYCARDIA START", "VENTRICULAR_TACHYCARDIA END");
    }

    @Test
    void needs_most_of_its_beats_in_good_quality() {
        assertThat(play("N800*4 V400~*3 V400*2 N900", VENTRICULAR_TACHYCARDIA)).isEmpty();
        assertThat(play("N800*4 V400~*2 V400*3 N900", VENTRICULAR_TACHYCARDIA)).hasSize(1);
    }

    @Test
    void is_the_only_alarm_of_its_run() {
        assertThat(phases(play("N800*4 V400*8 N900*4")))
                .containsExactly("VENTRICULAR_TACHYCARDIA START", "VENTRICULAR_TACHYCARDIA END");
    }

    @Test
    void gives_way_to_asystole() {
        assertThat(phases(play("N800*4 V400*6 N400 wait5000")))
                .containsExactly(
                        "VENTRICULAR_TACHYCARDIA START",
                        "PAUSE START",
                        "VENTRICULAR_TACHYCARDIA END",
                        "PAUSE END",
                        "ASYSTOLE START");
    }

    @Test
    void names_its_beats_and_rate() {
        AlarmEvent start = play("N800*4 V400*6", VENTRICULAR_TACHYCARDIA).get(0);

        assertThat(start.message())
                .isEqualTo("Ventricular tachycardia: 5 ventricular beats at 150/min (limit 100/min)");
        assertThat(start.evidenceSampleIndexes()).containsExactly(1296L, 1440L, 1584L, 1728L, 1872L);
    }
}
