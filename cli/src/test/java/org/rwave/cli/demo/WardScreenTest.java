package org.rwave.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.rhythm.Rhythm;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.signal.LeadStatus;

class WardScreenTest {
    private final WardScreen screen = new WardScreen();

    @Test
    void shows_a_row_a_patient_with_rate_counts_and_alarm() {
        screen.panel("b").beat(beat(1000, BeatClass.V));
        screen.panel("a").beat(beat(1000, BeatClass.N));
        screen.panel("a").vitals(vitals(360, 74.4, true));
        screen.alarm("a", alarm(AlarmPhase.START));

        List<String> table = screen.table();

        assertThat(table).hasSize(3);
        assertThat(table.get(1)).startsWith("a ").contains("regular", " 74 ").endsWith("*** asystole");
        assertThat(table.get(2)).startsWith("b ");
        assertThat(screen.totalBeats()).isEqualTo(2);
    }

    @Test
    void provisional_beats_are_not_counted() {
        ClassifiedBeat provisional = new ClassifiedBeat(
                10,
                0,
                BeatClass.N,
                ClassProbabilities.certain(BeatClass.N),
                OptionalLong.empty(),
                0,
                false,
                false,
                false,
                "m");

        screen.panel("a").beat(provisional);

        assertThat(screen.totalBeats()).isZero();
    }

    @Test
    void not_monitoring_is_never_shown_as_a_rhythm() {
        screen.panel("a").vitals(vitals(360, 74, false));

        assertThat(screen.table().get(1)).contains("not monitoring").doesNotContain("regular");
    }

    @Test
    void an_alarm_that_ended_leaves_the_row_and_stays_in_the_list() {
        screen.alarm("a", alarm(AlarmPhase.START));
        screen.alarm("a", alarm(AlarmPhase.END));

        assertThat(screen.table().get(1)).doesNotContain("***");
        assertThat(screen.latestAlarms()).hasSize(2);
        assertThat(screen.latestAlarms().get(0)).isEqualTo("00:00:05  a              *** no beat for 4.0 s");
        assertThat(screen.latestAlarms().get(1)).endsWith("asystole ended");
    }

    private static ClassifiedBeat beat(long sampleIndex, BeatClass beatClass) {
        return new ClassifiedBeat(
                sampleIndex,
                0,
                beatClass,
                ClassProbabilities.certain(beatClass),
                OptionalLong.empty(),
                1,
                false,
                false,
                false,
                "m");
    }

    private static VitalSigns vitals(long sampleIndex, double heartRate, boolean monitoring) {
        return new VitalSigns(
                sampleIndex, 0, OptionalDouble.of(heartRate), 0, Rhythm.REGULAR, List.of(LeadStatus.GOOD), monitoring);
    }

    private static AlarmEvent alarm(AlarmPhase phase) {
        return new AlarmEvent(
                AlarmKind.ASYSTOLE,
                AlarmKind.ASYSTOLE.priority(),
                phase,
                360,
                1_000_000,
                1800,
                5_000_000,
                "no beat for 4.0 s",
                List.of(360L),
                "asystole-1");
    }
}
