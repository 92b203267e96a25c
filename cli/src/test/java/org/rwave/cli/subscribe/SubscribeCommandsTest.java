package org.rwave.cli.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rwave.cli.Rwave;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.cli.e2e.SharedEnvironment;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine;

class SubscribeCommandsTest {
    private static final String PREFIX = "subscribe-test.";
    private static final long TIME = 1_700_000_000_250_000L;

    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void alerts_prints_those_that_were_asked_for() throws Exception {
        publish(alert(AlarmKind.VENTRICULAR_COUPLET), "p1");
        publish(alert(AlarmKind.ASYSTOLE), "p1");
        publish(alert(AlarmKind.ASYSTOLE), "p2");

        int exit = run("alerts", "--from-beginning", "--count", "1", "--patient", "p2", "--priority", "medium");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString().strip())
                .isEqualTo(
                        "2023-11-14 22:13:20.250  p2           HIGH   START  ASYSTOLE                 no beat for 4.0 s"
                                + "  [p2/s/ASYSTOLE/100]");
        out.getBuffer().setLength(0);

        run("alerts", "--from-beginning", "--count", "1", "--kind", "VENTRICULAR_COUPLET", "--json");

        assertThat(out.toString())
                .startsWith("{\"alertId\":\"p1/s/VENTRICULAR_COUPLET/100\",\"patientId\":\"p1\"")
                .contains("\"decidedTime\":\"2023-11-14T22:13:20.250Z\"")
                .contains("\"evidenceSampleIndexes\":[40,70,100]")
                .contains("\"input\":null");
    }

    @Test
    void a_missing_topic_is_one_line() {
        int exit = run("beats", "--topic-prefix", "nobody.");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("has no topic nobody.ecg.beats.v1").hasLineCount(1);
    }

    @Test
    void no_broker_is_one_line() {
        int exit = new CommandUnderTest().run("vitals", "--bootstrap-server", "localhost:1");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("no Kafka broker at localhost:1").hasLineCount(1);
    }

    @Test
    void no_registry_is_one_line() {
        int exit = new CommandUnderTest()
                .run(
                        "vitals",
                        "--bootstrap-server",
                        ENVIRONMENT.get().bootstrapServers(),
                        "--schema-registry",
                        "http://localhost:1");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .contains("no schema registry at http://localhost:1")
                .hasLineCount(1);
    }

    @Test
    void all_wrong_settings_of_process_are_one_line_and_wrong_usage() {
        int exit = new CommandUnderTest().run("process", "--threads", "none", "--beats", "own");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("threads must be").contains("beats must be one of");
    }

    private int run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                command,
                "--bootstrap-server",
                ENVIRONMENT.get().bootstrapServers(),
                "--schema-registry",
                ENVIRONMENT.get().registryUrl()));
        if (!List.of(arguments).contains("--topic-prefix")) {
            all.addAll(List.of("--topic-prefix", PREFIX));
        }
        all.addAll(List.of(arguments));
        return new CommandUnderTest().run(all.toArray(String[]::new));
    }

    private final class CommandUnderTest {
        int run(String... arguments) {
            CommandLine command = Rwave.commandLine();
            command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
            return command.execute(arguments);
        }
    }

    private static AlarmEvent alert(AlarmKind kind) {
        return new AlarmEvent(
                kind,
                kind.priority(),
                AlarmPhase.START,
                100,
                TIME - 250_000,
                190,
                TIME,
                "no beat for 4.0 s",
                List.of(40L, 70L, 100L),
                "test-1");
    }

    private static void publish(AlarmEvent alarm, String patientId) throws Exception {
        Topics topics = Topics.withPrefix(PREFIX);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", ENVIRONMENT.get().bootstrapServers()))) {
            TopicSetup.create(admin, topics, 1);
        }
        try (Registry registry = Registry.connect(ENVIRONMENT.get().registryUrl(), Map.of());
                var serializer = topics.alerts().serializer(registry);
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", ENVIRONMENT.get().bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            byte[] value = serializer.serialize(
                    topics.alerts().name(),
                    AlertMapping.toAvro(new FeedId(patientId, "s"), alarm, Optional.empty(), ""));
            producer.send(new ProducerRecord<>(topics.alerts().name(), patientId, value))
                    .get();
        }
    }
}
