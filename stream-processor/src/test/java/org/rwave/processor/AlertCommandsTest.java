package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.ecg.alarm.AlarmCommand.Action;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertPhase;
import org.rwave.schemas.feed.AlertId;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.topic.RejectHeaders;

/** The feed has an asystole of six seconds between seconds 37 and 43, and a beat some seconds before its end. */
class AlertCommandsTest {
    private static final Feed FEED = Feed.simulated("p1", 41);
    private static final List<FeedChunk> CHUNKS = FEED.chunks(360);
    private static final long ISSUED_MICROS = Feed.START_MICROS;

    private static AlarmCommand acknowledge(String commandId, String alertId) {
        return new AlarmCommand(
                commandId,
                Optional.of(AlertId.parse(alertId).alarm()),
                Action.ACKNOWLEDGE,
                "nurse",
                ISSUED_MICROS,
                "seen",
                0);
    }

    private static AlarmCommand silenceAll(String commandId) {
        return new AlarmCommand(commandId, Optional.empty(), Action.SILENCE, "nurse", ISSUED_MICROS, "", 120_000_000);
    }

    private static List<Alert> asystole(Bench bench) {
        return bench.alerts("p1").stream()
                .filter(alert -> alert.getKind().equals("ASYSTOLE"))
                .collect(Collectors.toList());
    }

    /** Sends from {@code from} until the asystole has begun, and gives how many chunks that took in all. */
    private static int sendUntilAsystole(Bench bench, int from) {
        int sent = from;
        while (asystole(bench).isEmpty()) {
            bench.send(CHUNKS.get(sent++));
        }
        return sent;
    }

    @Test
    void an_active_alarm_is_acknowledged_and_everything_said_of_it_afterwards_says_by_whom() {
        try (Bench bench = new Bench()) {
            int sent = sendUntilAsystole(bench, 0);
            String alertId = asystole(bench).get(0).getAlertId();

            bench.send("p1", acknowledge("c1", alertId));
            CHUNKS.subList(sent, CHUNKS.size()).forEach(bench::send);

            List<Alert> said = asystole(bench);
            assertThat(said)
                    .extracting(Alert::getPhase)
                    .containsExactly(AlertPhase.START, AlertPhase.UPDATE, AlertPhase.END);
            Alert update = said.get(1);
            assertThat(update.getAlertId()).isEqualTo(alertId);
            assertThat(update.getCommandId()).isEqualTo("c1");
            assertThat(update.getAcknowledgedBy()).isEqualTo("nurse");
            assertThat(update.getCommandReason()).isEqualTo("seen");
            assertThat(update.getMessage()).isEqualTo("Asystole: acknowledged by nurse");
            assertThat(said.get(2).getAcknowledgedBy()).isEqualTo("nurse");
            assertThat(said.get(2).getLatched()).isFalse();
            assertThat(bench.rejects()).isEmpty();
        }
    }

    @Test
    void nobody_has_acknowledged_it_so_it_latches_and_is_released_later() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 360);
            Alert end = asystole(bench).get(1);
            assertThat(end.getLatched()).isTrue();

            bench.send("p1", acknowledge("c1", end.getAlertId()));

            assertThat(asystole(bench)).hasSize(3);
            Alert released = asystole(bench).get(2);
            assertThat(released.getPhase()).isEqualTo(AlertPhase.END);
            assertThat(released.getLatched()).isFalse();
            assertThat(released.getAcknowledgedBy()).isEqualTo("nurse");
        }
    }

    @Test
    void discharge_releases_what_is_latched_and_says_so_before_it_forgets_the_patient() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 360);
            Alert latched = asystole(bench).get(1);
            assertThat(latched.getLatched()).isTrue();

            bench.wallClockAdvances(Duration.ofMinutes(15).plusSeconds(1));

            Alert released = asystole(bench).get(2);
            assertThat(released.getPhase()).isEqualTo(AlertPhase.END);
            assertThat(released.getAlertId()).isEqualTo(latched.getAlertId());
            assertThat(released.getLatched()).isFalse();
            assertThat(released.getAcknowledgedBy()).isEmpty();
            assertThat(released.getCommandId()).isEqualTo("discharge");
            assertThat(released.getCommandReason()).isEqualTo("no longer monitored: no data for 901 s");
            assertThat(released.getMessage())
                    .isEqualTo("Asystole: nobody has acknowledged it; no longer monitored: no data for 901 s");

            bench.send("p1", acknowledge("c1", latched.getAlertId()));
            assertThat(asystole(bench)).hasSize(3);
            assertThat(Bench.header(bench.rejects().get(0), RejectHeaders.REASON))
                    .isEqualTo("unknown-patient");
        }
    }

    @Test
    void discharge_says_nothing_of_an_alarm_that_was_acknowledged() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 360);
            bench.send("p1", acknowledge("c1", asystole(bench).get(1).getAlertId()));

            bench.wallClockAdvances(Duration.ofMinutes(15).plusSeconds(1));

            assertThat(asystole(bench))
                    .hasSize(3)
                    .noneMatch(alert -> alert.getCommandId().equals("discharge"));
        }
    }

    @Test
    void all_alarms_of_a_patient_are_silenced_with_one_command() {
        try (Bench bench = new Bench()) {
            sendUntilAsystole(bench, 0);
            bench.send("p1", silenceAll("c1"));

            List<Alert> changed = bench.alerts("p1").stream()
                    .filter(alert -> alert.getCommandId().equals("c1"))
                    .toList();
            assertThat(changed).isNotEmpty().allSatisfy(alert -> {
                assertThat(alert.getSilencedBy()).isEqualTo("nurse");
                assertThat(alert.getSilencedUntil().toEpochMilli()).isEqualTo(ISSUED_MICROS / 1000 + 120_000);
            });
        }
    }

    @Test
    void what_cannot_be_carried_out_is_rejected_with_its_cause_and_harms_nobody() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 360);
            bench.send("p1", acknowledge("c1", "p1/sim-41/ASYSTOLE/1"));
            bench.send("nobody", silenceAll("c2"));
            bench.sendCommandBytes("p1", new byte[] {1, 2, 3});
            bench.sendCommandBytes("p1", null);
            bench.send(FEED.as("p1", "again"), 360);

            List<TestRecord<byte[], byte[]>> rejects = bench.rejects();
            assertThat(rejects)
                    .extracting(record -> Bench.header(record, RejectHeaders.REASON))
                    .startsWith("unknown-alarm", "unknown-patient")
                    .hasSize(4);
            assertThat(Bench.header(rejects.get(0), RejectHeaders.CAUSE)).contains("neither active nor latched");
            assertThat(Bench.header(rejects.get(0), RejectHeaders.TOPIC)).isEqualTo("ecg.alert-commands.v1");
        }
    }

    @Test
    void the_same_command_twice_is_one_command() {
        try (Bench bench = new Bench()) {
            sendUntilAsystole(bench, 0);
            String alertId = asystole(bench).get(0).getAlertId();
            bench.send("p1", acknowledge("c1", alertId));
            bench.send("p1", acknowledge("c1", alertId));

            List<Alert> said = asystole(bench);
            assertThat(said).hasSize(3);
            assertThat(said.get(2)).isEqualTo(said.get(1));
            assertThat(bench.rejects()).isEmpty();
        }
    }

    @Test
    void a_snapshot_keeps_what_people_have_done() {
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            int sent = sendUntilAsystole(first, 0);
            first.send("p1", acknowledge("c1", asystole(first).get(0).getAlertId()));
            second.resumeFrom(first, sent, 0);
            CHUNKS.subList(sent, CHUNKS.size()).forEach(second::send);

            assertThat(asystole(second)).singleElement().satisfies(end -> {
                assertThat(end.getPhase()).isEqualTo(AlertPhase.END);
                assertThat(end.getAcknowledgedBy()).isEqualTo("nurse");
            });
        }
    }

    /** A crash after the snapshot was written and before the offsets were committed: the command is read again. */
    @Test
    void a_command_that_is_read_again_after_a_crash_says_the_same_again() {
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            int sent = sendUntilAsystole(first, 0);
            String alertId = asystole(first).get(0).getAlertId();
            first.send("p1", acknowledge("c1", alertId));
            Alert update = asystole(first).get(1);
            second.resumeFrom(first, sent, 0);

            second.send("p1", acknowledge("c1", alertId));
            CHUNKS.subList(sent, CHUNKS.size()).forEach(second::send);

            assertThat(asystole(second).get(0))
                    .extracting(
                            Alert::getAlertId, Alert::getCommandId, Alert::getAcknowledgedBy, Alert::getAcknowledgedAt)
                    .containsExactly(
                            update.getAlertId(),
                            update.getCommandId(),
                            update.getAcknowledgedBy(),
                            update.getAcknowledgedAt());
            assertThat(asystole(second)).extracting(Alert::getPhase).containsExactly(AlertPhase.UPDATE, AlertPhase.END);
        }
    }

    @Test
    void a_command_that_comes_before_it_is_clear_which_snapshot_is_right_waits_and_loses_no_waveform() {
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            int sent = sendUntilAsystole(first, 0);
            String alertId = asystole(first).get(0).getAlertId();
            int committed = sent - 1; // the last chunk's snapshot is in the changelog, its offset is not committed
            second.resumeFrom(first, committed, 0);

            second.send("p1", acknowledge("c1", alertId));
            assertThat(second.alerts("p1")).isEmpty();
            CHUNKS.subList(committed, CHUNKS.size()).forEach(second::send);

            assertThat(second.chunks("duplicate")).isZero();
            assertThat(asystole(second)).anyMatch(alert -> alert.getCommandId().equals("c1"));
        }
    }

    @Test
    void a_command_that_waits_is_not_lost_with_the_process() {
        try (Bench first = new Bench();
                Bench second = new Bench();
                Bench third = new Bench()) {
            int sent = sendUntilAsystole(first, 0);
            second.resumeFrom(first, sent, 0);
            second.send("p1", acknowledge("c1", asystole(first).get(0).getAlertId()));
            third.resumeFrom(second, 0, 0);

            third.wallClockAdvances(Duration.ofSeconds(11));

            assertThat(third.alerts("p1"))
                    .anyMatch(alert -> alert.getCommandId().equals("c1"));
        }
    }
}
