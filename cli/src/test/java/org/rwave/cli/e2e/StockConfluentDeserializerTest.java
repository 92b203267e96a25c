package org.rwave.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** Confluent's own {@code KafkaAvroDeserializer} 5.3.4 reads our alerts. A download of 61 MB, so on demand only. */
@EnabledIfSystemProperty(
        named = "rwave.confluent.jar",
        matches = ".+",
        disabledReason = "runs with: mvn verify -P confluent-interop")
class StockConfluentDeserializerTest {
    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    @Test
    void reads_an_alert() throws Exception {
        Topics topics = Topics.withPrefix("stock.");
        publish(topics);

        String printed = run(topics.alerts().name());

        assertThat(printed)
                .startsWith("p-100 {\"alertId\": \"p-100/s/PAUSE/1000\"")
                .contains("\"message\": \"Pause: 3.2 s\"", "\"evidenceSampleIndexes\": [1000]");
    }

    private static void publish(Topics topics) throws ExecutionException, InterruptedException {
        Map<String, Object> client =
                Map.of("bootstrap.servers", ENVIRONMENT.get().bootstrapServers());
        AlarmEvent pause = new AlarmEvent(
                AlarmKind.PAUSE,
                AlarmPriority.MEDIUM,
                AlarmPhase.START,
                1000,
                1_700_000_000_000_000L,
                2152,
                1_700_000_003_200_000L,
                "Pause: 3.2 s",
                List.of(1000L),
                "pause-1");
        try (Registry registry = Registry.connect(ENVIRONMENT.get().registryUrl(), Map.of());
                Admin admin = Admin.create(client);
                var producer = new KafkaProducer<>(
                        client, new StringSerializer(), topics.alerts().serializer(registry))) {
            TopicSetup.create(admin, topics, 1);
            var alert = AlertMapping.toAvro(new FeedId("p-100", "s"), pause, Optional.empty(), "m");
            producer.send(new ProducerRecord<>(topics.alerts().name(), "p-100", alert))
                    .get();
        }
    }

    private static String run(String topic) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        StockConfluentConsumer.class.getName(),
                        ENVIRONMENT.get().bootstrapServers(),
                        ENVIRONMENT.get().registryUrl(),
                        topic)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    /** The bundle carries old copies of Kafka, Avro and Jackson: ours come first. None of our own classes. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(
                                entry -> entry.contains(
                                                "cli" + File.separator + "target" + File.separator + "test-classes")
                                        || entry.matches(
                                                ".*/(kafka-clients|avro|jackson-[a-z]+|slf4j-api|lz4-java|commons-compress|commons-io)-[0-9].*jar"))
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + System.getProperty("rwave.confluent.jar");
    }
}
