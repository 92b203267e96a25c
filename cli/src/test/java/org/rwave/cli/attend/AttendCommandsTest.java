package org.rwave.cli.attend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rwave.cli.Rwave;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.cli.e2e.SharedEnvironment;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.PatientProfile;
import org.rwave.ecg.simulate.Scenario;
import org.rwave.ecg.simulate.SimulatedRecording;
import org.rwave.processor.KafkaConnection;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.StreamProcessor;
import org.rwave.processor.TaskClassifier;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertPhase;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** The commands, a processor and its successor on a real broker. */
class AttendCommandsTest {
    private static final String PREFIX = "attend.";
    private static final int PARTITIONS = 2;
    private static final Topics TOPICS = Topics.withPrefix(PREFIX);

    /** Brokers delete what is older than the topic's retention. */
    private static final long START_MICROS = 1000 * System.currentTimeMillis();

    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_alarm_is_acknowledged_across_a_restart_and_the_audit_trail_tells() throws Exception {
        KafkaConnection kafka = new KafkaConnection(
                ENVIRONMENT.get().bootstrapServers(), ENVIRONMENT.get().registryUrl(), Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            TopicSetup.create(admin, TOPICS, PARTITIONS);
        }
        ProcessorSettings settings = ProcessorSettings.of(Map.of("application-id", "attend", "topic-prefix", PREFIX));
        List<FeedChunk> chunks = chunks();
        try (Registry registry = Registry.connect(kafka.schemaRegistry(), Map.of())) {
            String alertId;
            try (StreamProcessor first = StreamProcessor.start(settings, kafka, AllNormal::task)) {
                publish(chunks, registry);
                await().pollInSameThread()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> asystole(registry).size() == 2);
                Alert end = asystole(registry).get(1);
                assertThat(end.getLatched()).isTrue();
                alertId = end.getAlertId();
                assertThat(first.ended()).isNotDone();
            }
            try (StreamProcessor successor = StreamProcessor.start(settings, kafka, AllNormal::task)) {
                publish(List.of(chunks.get(chunks.size() - 1)), registry);
                int exit = run("acknowledge", alertId, "--by", "nurse-3", "--reason", "seen", "--command-id", "c1");

                assertThat(err.toString()).isEmpty();
                assertThat(exit).isZero();
                assertThat(out.toString()).contains("HIGH Asystole: acknowledged by nurse-3  [" + alertId + "]");
                Alert released = asystole(registry).get(2);
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
                .contains("an alert id is patient/source/KIND/onset")
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

    private static List<FeedChunk> chunks() throws Exception {
        Scenario scenario = Scenario.builder()
                .sinus(75, Duration.ofSeconds(15))
                .asystole(Duration.ofSeconds(6))
                .sinus(75, Duration.ofSeconds(10))
                .build();
        SamplingRate rate = new SamplingRate(250);
        RecordingChunks cut = new RecordingChunks(
                new SimulatedRecording("sim", scenario, PatientProfile.random(3), rate, 3), 125, START_MICROS);
        List<FeedChunk> chunks = new ArrayList<>();
        for (var next = cut.next(); next.isPresent(); next = cut.next()) {
            WaveformChunk chunk = next.get();
            chunks.add(new FeedChunk(new FeedId("p", "s"), chunk));
        }
        return chunks;
    }

    private static void publish(List<FeedChunk> chunks, Registry registry) {
        String topic = TOPICS.waveform().name();
        try (var serializer = TOPICS.waveform().serializer(registry);
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", ENVIRONMENT.get().bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (FeedChunk chunk : chunks) {
                var sent = producer.send(new ProducerRecord<>(
                        topic, null, chunk.recordTimestamp(), "p", serializer.serialize(topic, chunk)));
                assertThat(sent).succeedsWithin(Duration.ofSeconds(30));
            }
        }
    }

    /** What has been said of the asystole so far, from the beginning. */
    private static List<Alert> asystole(Registry registry) {
        List<Alert> alerts = new ArrayList<>();
        try (var deserializer = TOPICS.alerts().deserializer(registry);
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", ENVIRONMENT.get().bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all = List.of(
                    new TopicPartition(TOPICS.alerts().name(), 0),
                    new TopicPartition(TOPICS.alerts().name(), 1));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            for (var records = consumer.poll(Duration.ofSeconds(1));
                    !records.isEmpty();
                    records = consumer.poll(Duration.ofMillis(300))) {
                for (ConsumerRecord<String, byte[]> record : records) {
                    Alert alert = deserializer.deserialize(record.topic(), record.value());
                    if (alert.getKind().equals("ASYSTOLE")) {
                        alerts.add(alert);
                    }
                }
            }
        }
        return alerts;
    }

    /** Every beat is N. */
    private static final class AllNormal implements BeatClassifier {
        static TaskClassifier task() {
            return TaskClassifier.of(new AllNormal());
        }

        @Override
        public ClassProbabilities classify(BeatInput input) {
            return ClassProbabilities.of(1, 0, 0, 0, 0);
        }

        @Override
        public String modelHash() {
            return "all-normal";
        }
    }
}
