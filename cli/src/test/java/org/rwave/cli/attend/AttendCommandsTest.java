package org.rwave.cli.attend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rwave.cli.Rwave;
import org.rwave.cli.e2e.LiveWard;
import org.rwave.cli.e2e.SharedEnvironment;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.simulate.Scenario;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.StreamProcessor;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertPhase;
import org.rwave.schemas.feed.FeedChunk;

/** The commands, a processor and its successor on a real broker. */
class AttendCommandsTest {
    private static final String PREFIX = "attend.";
    private static final Scenario SCENARIO = Scenario.builder()
            .sinus(75, Duration.ofSeconds(15))
            .asystole(Duration.ofSeconds(6))
            .sinus(75, Duration.ofSeconds(10))
            .build();

    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_alarm_is_acknowledged_across_a_restart_and_the_audit_trail_tells() throws Exception {
        ProcessorSettings settings = ProcessorSettings.of(Map.of("application-id", "attend", "topic-prefix", PREFIX));
        try (LiveWard ward = new LiveWard(ENVIRONMENT.get(), PREFIX)) {
            List<FeedChunk> chunks = ward.chunks("p", SCENARIO);
            String alertId;
            try (StreamProcessor first = StreamProcessor.start(settings, ward.kafka(), LiveWard::allNormal)) {
                ward.publish(chunks);
                await().pollInSameThread()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> ward.alerts(AlarmKind.ASYSTOLE).size() == 2);
                Alert end = ward.alerts(AlarmKind.ASYSTOLE).get(1);
                assertThat(end.getLatched()).isTrue();
                alertId = end.getAlertId();
                assertThat(first.ended()).isNotDone();
            }
            try (StreamProcessor successor = StreamProcessor.start(settings, ward.kafka(), LiveWard::allNormal)) {
                ward.publish(List.of(chunks.get(chunks.size() - 1)));
                int exit = run("acknowledge", alertId, "--by", "nurse-3", "--reason", "seen", "--command-id", "c1");

                assertThat(err.toString()).isEmpty();
                assertThat(exit).isZero();
                assertThat(out.toString()).contains("HIGH Asystole: acknowledged by nurse-3  [" + alertId + "]");
                Alert released = ward.alerts(AlarmKind.ASYSTOLE).get(2);
                assertThat(released.getPhase()).isEqualTo(AlertPhase.END);
                assertThat(released.getLatched()).isFalse();
                assertThat(successor.ended()).isNotDone();

                assertThat(run("silence", "p/s/ASYSTOLE/1", "--for", "2min", "--by", "nurse-3"))
                        .isEqualTo(1);
                assertThat(err.toString()).contains("refused (unknown-alarm)").hasLineCount(1);
            }
            out.getBuffer().setLength(0);
            run("alerts", "--audit", "--from-beginning", "--count", "2");
            assertThat(out.toString())
                    .contains("ACKNOWLEDGE by nurse-3: seen  [" + alertId + "]")
                    .contains("SILENCE for 120.0 s by nurse-3  [p/s/ASYSTOLE/1]");
        }
    }

    @Test
    void nonsense_is_told_in_one_line() {
        assertThat(run("acknowledge", "some alarm", "--by", "me")).isEqualTo(1);
        assertThat(err.toString())
                .contains("\"some alarm\" is no alert id (PATIENT/SOURCE/KIND/SAMPLE")
                .hasLineCount(1);
        assertThat(run("silence", "--patient", "p", "--by", "me", "--for", "0s"))
                .isEqualTo(2);
        assertThat(run("acknowledge", "--by", "me")).isEqualTo(2);
        assertThat(run("acknowledge", "p/s/ASYSTOLE/1")).isEqualTo(2);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--topic-prefix",
                PREFIX,
                "--bootstrap-server",
                ENVIRONMENT.get().bootstrapServers(),
                "--schema-registry",
                ENVIRONMENT.get().registryUrl()));
        return Rwave.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
