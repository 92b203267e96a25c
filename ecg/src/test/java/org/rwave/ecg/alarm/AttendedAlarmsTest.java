package org.rwave.ecg.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.alarm.AlarmCommand.Action;
import org.rwave.ecg.alarm.CommandAnswer.Stated;
import org.rwave.ecg.snapshot.SnapshotReader;
import org.rwave.ecg.snapshot.SnapshotWriter;

class AttendedAlarmsTest {
    private static final String SOURCE = "s";
    private static final long MINUTE = 60_000_000L;

    private final AttendedAlarms attended = new AttendedAlarms();

    private static AlarmEvent event(AlarmKind kind, AlarmPhase phase, long onset, long at) {
        return new AlarmEvent(
                kind, kind.priority(), phase, onset, onset * 1000, at, at * 1000, "m", List.of(), "rule-1");
    }

    private static AlarmCommand acknowledge(String id, AlarmKind kind, long onset) {
        return new AlarmCommand(
                id, Optional.of(new AlarmId(SOURCE, kind, onset)), Action.ACKNOWLEDGE, "nurse", 5, "seen", 0);
    }

    private static AlarmCommand silence(String id, AlarmKind kind, long onset, long issuedAt) {
        return new AlarmCommand(
                id, Optional.of(new AlarmId(SOURCE, kind, onset)), Action.SILENCE, "nurse", issuedAt, "", MINUTE);
    }

    private CommandAnswer apply(AlarmCommand command) {
        return attended.apply(command, SOURCE, 900, 900_000);
    }

    private Attention see(AlarmKind kind, AlarmPhase phase, long onset, long at) {
        return attended.see(SOURCE, event(kind, phase, onset, at));
    }

    @Test
    void a_high_alarm_that_ends_unacknowledged_latches_until_somebody_acknowledges_it() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        assertThat(see(AlarmKind.ASYSTOLE, AlarmPhase.END, 100, 300).latched()).isTrue();

        Stated released =
                apply(acknowledge("c1", AlarmKind.ASYSTOLE, 100)).stated().get(0);

        assertThat(released.attention())
                .isEqualTo(new Attention(Optional.of(new Attention.By("nurse", 5)), Optional.empty(), false));
        assertThat(released.event().phase()).isEqualTo(AlarmPhase.END);
        assertThat(released.event().atSampleIndex()).isEqualTo(900);
        assertThat(apply(acknowledge("c2", AlarmKind.ASYSTOLE, 100))
                        .refusal()
                        .orElseThrow()
                        .reason())
                .isEqualTo("unknown-alarm");
    }

    @Test
    void a_high_alarm_that_was_acknowledged_goes_with_its_condition() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        Stated update =
                apply(acknowledge("c1", AlarmKind.ASYSTOLE, 100)).stated().get(0);

        assertThat(update.event().phase()).isEqualTo(AlarmPhase.UPDATE);
        assertThat(update.event().message()).isEqualTo("Asystole: acknowledged by nurse");
        Attention end = see(AlarmKind.ASYSTOLE, AlarmPhase.END, 100, 300);
        assertThat(end.latched()).isFalse();
        assertThat(end.acknowledged()).contains(new Attention.By("nurse", 5));
    }

    @Test
    void lesser_alarms_do_not_latch() {
        see(AlarmKind.PAUSE, AlarmPhase.START, 100, 200);

        assertThat(see(AlarmKind.PAUSE, AlarmPhase.END, 100, 300)).isEqualTo(Attention.NONE);
        assertThat(apply(acknowledge("c1", AlarmKind.PAUSE, 100)).refusal()).isPresent();
    }

    @Test
    void a_repeated_command_changes_nothing_and_states_the_same_again() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        CommandAnswer first = apply(acknowledge("c1", AlarmKind.ASYSTOLE, 100));
        CommandAnswer again = apply(acknowledge("c1", AlarmKind.ASYSTOLE, 100));

        assertThat(again.isRepeated()).isTrue();
        assertThat(again.stated()).isEqualTo(first.stated());
    }

    @Test
    void what_a_command_has_released_is_stated_again_too() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        see(AlarmKind.ASYSTOLE, AlarmPhase.END, 100, 300);
        CommandAnswer first = apply(acknowledge("c1", AlarmKind.ASYSTOLE, 100));

        assertThat(apply(acknowledge("c1", AlarmKind.ASYSTOLE, 100)).stated()).isEqualTo(first.stated());
    }

    @Test
    void who_acknowledged_first_stays() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        apply(acknowledge("c1", AlarmKind.ASYSTOLE, 100));
        AlarmCommand other = new AlarmCommand(
                "c2",
                Optional.of(new AlarmId(SOURCE, AlarmKind.ASYSTOLE, 100)),
                Action.ACKNOWLEDGE,
                "doctor",
                9,
                "",
                0);

        assertThat(apply(other).stated().get(0).attention().acknowledged()).contains(new Attention.By("nurse", 5));
    }

    @Test
    void silence_lasts_from_when_it_was_given_and_the_later_command_decides() {
        see(AlarmKind.PAUSE, AlarmPhase.START, 100, 200);
        apply(silence("c1", AlarmKind.PAUSE, 100, 1_000));

        Attention after = apply(silence("c2", AlarmKind.PAUSE, 100, 2_000))
                .stated()
                .get(0)
                .attention();

        assertThat(after.silencedUntilEpochMicros()).hasValue(2_000 + MINUTE);
        assertThat(apply(silence("c3", AlarmKind.PAUSE, 100, 1_500))
                        .refusal()
                        .orElseThrow()
                        .reason())
                .isEqualTo("superseded");
        assertThat(see(AlarmKind.PAUSE, AlarmPhase.UPDATE, 100, 400).silencedUntilEpochMicros())
                .hasValue(2_000 + MINUTE);
    }

    @Test
    void a_command_for_the_whole_patient_concerns_the_alarms_of_that_moment() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        see(AlarmKind.ASYSTOLE, AlarmPhase.END, 100, 300);
        see(AlarmKind.LEADS_OFF, AlarmPhase.START, 400, 400);
        AlarmCommand all = new AlarmCommand("c1", Optional.empty(), Action.SILENCE, "nurse", 0, "", MINUTE);

        assertThat(apply(all).stated())
                .extracting(stated -> stated.alarm().kind())
                .containsExactly(AlarmKind.ASYSTOLE, AlarmKind.LEADS_OFF);
        assertThat(see(AlarmKind.NOISY_SIGNAL, AlarmPhase.START, 500, 500)).isEqualTo(Attention.NONE);
        assertThat(apply(all).stated()).hasSize(2);
    }

    @Test
    void silence_ends_by_itself_and_the_alarm_that_is_still_there_sounds_again() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        apply(silence("c1", AlarmKind.ASYSTOLE, 100, 1_000));

        Attention later = see(AlarmKind.ASYSTOLE, AlarmPhase.UPDATE, 100, 300);

        long end = 1_000 + MINUTE;
        assertThat(later.isSilentAt(end - 1)).isTrue();
        assertThat(later.isSilentAt(end)).isFalse();
        Attention latched = see(AlarmKind.ASYSTOLE, AlarmPhase.END, 100, 400);
        assertThat(latched.latched()).isTrue();
        assertThat(latched.isSilentAt(end)).isFalse();
        Attention again = apply(silence("c2", AlarmKind.ASYSTOLE, 100, end))
                .stated()
                .get(0)
                .attention();
        assertThat(again.isSilentAt(end)).isTrue();
    }

    @Test
    void an_acknowledged_alarm_stays_silent() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        apply(silence("c1", AlarmKind.ASYSTOLE, 100, 1_000));

        Attention attention = apply(acknowledge("c2", AlarmKind.ASYSTOLE, 100))
                .stated()
                .get(0)
                .attention();

        assertThat(attention.isSilentAt(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void discharge_states_what_is_latched_and_forgets_everything() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        see(AlarmKind.ASYSTOLE, AlarmPhase.END, 100, 300);
        see(AlarmKind.PAUSE, AlarmPhase.START, 400, 500);

        assertThat(attended.discharge("gone")).singleElement().satisfies(stated -> {
            assertThat(stated.event().kind()).isEqualTo(AlarmKind.ASYSTOLE);
            assertThat(stated.event().phase()).isEqualTo(AlarmPhase.END);
            assertThat(stated.event().message()).isEqualTo("Asystole: nobody has acknowledged it; gone");
            assertThat(stated.attention().latched()).isFalse();
        });
        assertThat(attended.discharge("gone")).isEmpty();
        assertThat(apply(acknowledge("c1", AlarmKind.PAUSE, 400)).refusal()).isPresent();
    }

    @Test
    void a_patient_without_alarms_has_nothing_to_acknowledge() {
        AlarmCommand all = new AlarmCommand("c1", Optional.empty(), Action.ACKNOWLEDGE, "nurse", 0, "", 0);

        assertThat(apply(all).refusal().orElseThrow().cause()).isEqualTo("the patient has no alarm, active or latched");
    }

    @Test
    void the_oldest_latched_alarms_are_forgotten_first() {
        for (long i = 1; i <= AttendedAlarms.MOST_LATCHED + 1; i++) {
            see(AlarmKind.ASYSTOLE, AlarmPhase.START, i * 1000, i * 1000);
            see(AlarmKind.ASYSTOLE, AlarmPhase.END, i * 1000, i * 1000);
        }

        assertThat(apply(acknowledge("c1", AlarmKind.ASYSTOLE, 1000)).refusal()).isPresent();
        assertThat(apply(acknowledge("c2", AlarmKind.ASYSTOLE, 2000)).refusal()).isEmpty();
    }

    @Test
    void a_snapshot_keeps_it_all() {
        see(AlarmKind.ASYSTOLE, AlarmPhase.START, 100, 200);
        see(AlarmKind.ASYSTOLE, AlarmPhase.END, 100, 300);
        see(AlarmKind.PAUSE, AlarmPhase.START, 400, 500);
        apply(silence("c1", AlarmKind.PAUSE, 400, 1_000));
        SnapshotWriter out = new SnapshotWriter();
        attended.save(out);

        AttendedAlarms resumed = AttendedAlarms.load(new SnapshotReader(out.toByteArray()));

        AlarmCommand all = new AlarmCommand("c2", Optional.empty(), Action.ACKNOWLEDGE, "nurse", 7, "", 0);
        assertThat(resumed.apply(silence("c1", AlarmKind.PAUSE, 400, 1_000), SOURCE, 900, 900_000)
                        .isRepeated())
                .isTrue();
        assertThat(resumed.apply(all, SOURCE, 900, 900_000)).isEqualTo(apply(all));
    }
}
