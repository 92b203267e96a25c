package org.rwave.ecg.score.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.SamplingRate;

class AlarmScorerTest {
    private static final SamplingRate RATE = new SamplingRate(100);
    private static final long HOUR = 360_000;
    private static final ScoredRhythm VF = ScoredRhythm.VENTRICULAR_FIBRILLATION;
    private static final ScoredRhythm VT = ScoredRhythm.VENTRICULAR_TACHYCARDIA;

    @Test
    void an_alarm_within_the_episode_finds_it_and_is_true() {
        RecordAlarms scored = score(rhythms(0, "(N", 100, "(VF", 130, "(N"), alarm(VF.alarm(), 105, 128));

        AlarmTotals totals = AlarmTotals.of(VF, List.of(scored));
        assertThat(totals.found().part()).isEqualTo(1);
        assertThat(totals.found().whole()).isEqualTo(1);
        assertThat(totals.delaySeconds()).containsExactly(5.0);
        assertThat(totals.coveredMillis().part()).isEqualTo(23_000);
        assertThat(totals.coveredMillis().whole()).isEqualTo(30_000);
        assertThat(totals.count(AlarmVerdict.TRUE)).isEqualTo(1);
    }

    @Test
    void a_short_episode_is_found_up_to_ten_seconds_after_its_start_and_not_later() {
        List<Annotation> episode = rhythms(0, "(N", 100, "(VFL", 105, "(N");

        assertThat(score(episode, alarm(VF.alarm(), 109, 112)).findings().get(0).delaySamples())
                .hasValue(900);
        assertThat(score(episode, alarm(VF.alarm(), 111, 112)).findings().get(0).delaySamples())
                .isEmpty();
    }

    @Test
    void what_is_below_the_definition_is_neither_missed_nor_is_its_alarm_false() {
        RecordAlarms scored = score(rhythms(0, "(N", 100, "(VFL", 103, "(N"), alarm(VF.alarm(), 104, 106));

        assertThat(scored.findings()).isEmpty();
        assertThat(scored.belowDefinition()).hasSize(1);
        assertThat(scored.alarms()).extracting(JudgedAlarm::verdict).containsExactly(AlarmVerdict.BELOW_DEFINITION);
    }

    @Test
    void an_alarm_of_another_lethal_rhythm_is_not_false_but_does_not_find_the_episode() {
        RecordAlarms scored = score(rhythms(0, "(N", 100, "(VT", 130, "(N"), alarm(VF.alarm(), 110, 120));

        assertThat(scored.alarms()).extracting(JudgedAlarm::verdict).containsExactly(AlarmVerdict.OTHER_NAME);
        assertThat(AlarmTotals.of(VT, List.of(scored)).found().part()).isZero();
        assertThat(AlarmTotals.of(VT, List.of(scored)).foundByLethal().part()).isEqualTo(1);
    }

    @Test
    void alarms_in_annotated_noise_are_counted_apart_and_its_time_does_not_count() {
        RecordAlarms scored =
                score(rhythms(0, "(N", 1800, "(NOISE"), alarm(VF.alarm(), 2000, 2010), alarm(VF.alarm(), 900, 910));

        AlarmTotals totals = AlarmTotals.of(VF, List.of(scored));
        assertThat(totals.count(AlarmVerdict.IN_NOISE)).isEqualTo(1);
        assertThat(totals.count(AlarmVerdict.FALSE)).isEqualTo(1);
        assertThat(totals.quietHours()).isEqualTo(0.5);
        assertThat(totals.falsePerHour()).hasValue(2.0);
    }

    @Test
    void extreme_rates_are_not_judged_without_annotated_beats() {
        RecordAlarms scored = score(rhythms(0, "(N"), alarm(AlarmKind.EXTREME_TACHYCARDIA, 100, 110));

        assertThat(scored.alarms()).extracting(JudgedAlarm::verdict).containsExactly(AlarmVerdict.UNJUDGED);
    }

    @Test
    void annotated_beats_decide_what_is_a_tachycardia() {
        List<Annotation> fast = new ArrayList<>(rhythms(0, "(N", 99, "(VT", 103, "(N"));
        List<Annotation> slow = new ArrayList<>(fast);
        for (int i = 0; i < 5; i++) {
            fast.add(Annotation.of(10_000 + 50 * i, AnnotationCode.PREMATURE_VENTRICULAR));
            slow.add(Annotation.of(10_000 + 70 * i, AnnotationCode.PREMATURE_VENTRICULAR));
        }

        assertThat(ReferenceRhythms.of(fast, RATE, HOUR).episodes())
                .containsExactly(new ReferenceEpisode(VT, 10_000, 10_200, true));
        assertThat(ReferenceRhythms.of(slow, RATE, HOUR).episodes())
                .extracting(ReferenceEpisode::meetsDefinition)
                .containsOnly(false);
    }

    @Test
    void a_pause_of_four_seconds_between_annotated_beats_is_an_asystole() {
        List<Annotation> beats = List.of(
                Annotation.of(1000, AnnotationCode.NORMAL),
                Annotation.of(1399, AnnotationCode.NORMAL),
                Annotation.of(1799, AnnotationCode.NORMAL));

        assertThat(ReferenceRhythms.of(beats, RATE, HOUR).episodes())
                .containsExactly(new ReferenceEpisode(ScoredRhythm.ASYSTOLE, 1399, 1799, true));
    }

    @Test
    void flutter_between_brackets_and_its_rhythm_name_are_one_episode() {
        List<Annotation> both = new ArrayList<>(rhythms(0, "(N", 100, "(VFL", 110, "(N"));
        both.add(Annotation.of(10_050, AnnotationCode.FLUTTER_ONSET));
        both.add(Annotation.of(11_020, AnnotationCode.FLUTTER_END));

        assertThat(ReferenceRhythms.of(both, RATE, HOUR).episodes())
                .containsExactly(new ReferenceEpisode(VF, 10_000, 11_020, true));
    }

    private static RecordAlarms score(List<Annotation> annotations, AlarmSpan... alarms) {
        return AlarmScorer.score("r", ReferenceRhythms.of(annotations, RATE, HOUR), List.of(alarms), RATE, HOUR);
    }

    private static AlarmSpan alarm(AlarmKind kind, int raisedSecond, int endedSecond) {
        AlarmEvent start = event(kind, AlarmPhase.START, raisedSecond);
        AlarmEvent end = event(kind, AlarmPhase.END, endedSecond);
        return AlarmSpan.of(List.of(start, end), HOUR).get(0);
    }

    private static AlarmEvent event(AlarmKind kind, AlarmPhase phase, int second) {
        return new AlarmEvent(
                kind, AlarmPriority.HIGH, phase, 0, 0, 100L * second, 1_000_000L * second, "test", List.of(), "test-1");
    }

    /** Pairs of second and rhythm name. */
    private static List<Annotation> rhythms(Object... secondsAndNames) {
        List<Annotation> changes = new ArrayList<>();
        for (int i = 0; i < secondsAndNames.length; i += 2) {
            long sample = 100L * (int) secondsAndNames[i];
            changes.add(new Annotation(sample, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, (String) secondsAndNames[i + 1]));
        }
        return changes;
    }
}
