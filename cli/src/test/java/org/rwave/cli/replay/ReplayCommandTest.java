package org.rwave.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.Rwave;
import org.rwave.cli.broker.EmbeddedCluster;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.ecg.simulate.SimulatedRecording;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine;

/** The command against a real broker and registry in this process. */
class ReplayCommandTest {
    private static final Topics TOPICS = Topics.standard();
    private static EmbeddedCluster cluster;

    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        cluster = EmbeddedCluster.start(TOPICS);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private int run(String... arguments) {
        CommandLine rwave = Rwave.commandLine();
        List<String> all = new ArrayList<>(List.of("replay"));
        all.addAll(List.of(arguments));
        rwave.setErr(new PrintWriter(err));
        return rwave.execute(all.toArray(String[]::new));
    }

    private int runHere(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("--bootstrap-server", cluster.bootstrapServers(), "--schema-registry", cluster.registryUrl()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    @Test
    void samples_annotations_keys_and_timestamps_arrive_as_they_were_recorded() {
        int exit = runHere("--simulated", "2", "--duration", "60s", "--speed", "max", "--seed", "77");

        assertThat(err.toString()).contains("replayed 0:02:00 of signal").contains("480 chunks");
        assertThat(exit).isZero();
        SimulatedRecording expected =
                new PatientSimulator(77).patient(2, Duration.ofSeconds(60), new SamplingRate(360));
        int[] samples = new int[2 * 21_600];
        expected.read(samples, 21_600);
        try (Registry registry = Registry.connect(cluster.registryUrl(), Map.of())) {
            RecordDeserializer<FeedChunk> waveform = TOPICS.waveform().deserializer(registry);
            long next = 0;
            List<ConsumerRecord<String, byte[]>> sent = read(TOPICS.waveform().name(), "sim2");
            assertThat(sent.get(sent.size() - 1).value()).as("end of feed").isNull();
            for (ConsumerRecord<String, byte[]> record : sent.subList(0, sent.size() - 1)) {
                FeedChunk chunk = waveform.deserialize(record.topic(), record.value());
                assertThat(chunk.feed().patientId()).isEqualTo("sim2");
                assertThat(chunk.chunk().firstSampleIndex()).isEqualTo(next);
                assertThat(record.timestamp()).isEqualTo(chunk.recordTimestamp());
                for (int i = 0; i < chunk.chunk().sampleCount(); i++) {
                    assertThat((int) chunk.chunk().raw(i, 1)).isEqualTo(samples[(int) (2 * (next + i)) + 1]);
                }
                next = chunk.chunk().endSampleIndex();
            }
            assertThat(next).isEqualTo(21_600);
            RecordDeserializer<ReferenceAnnotations> reference =
                    TOPICS.reference().deserializer(registry);
            List<Annotation> annotations = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : read(TOPICS.reference().name(), "sim2")) {
                annotations.addAll(ReferenceSpan.fromAvro(reference.deserialize(record.topic(), record.value()))
                        .annotations());
            }
            assertThat(annotations).isEqualTo(expected.annotations()).isNotEmpty();
        }
    }

    /** What {@code topic} holds now under {@code key}, in order. */
    private static List<ConsumerRecord<String, byte[]>> read(String topic, String key) {
        Map<String, Object> properties = new HashMap<>(Map.of("bootstrap.servers", cluster.bootstrapServers()));
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key)) {
                        records.add(record);
                    }
                });
            }
        }
        return records;
    }

    private void failsInOneLine(int exit, String... parts) {
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().strip()).hasLineCount(1).contains(parts);
    }

    @Test
    void an_unknown_record_is_named() {
        failsInOneLine(runHere("no-such-record", "--data", folder.toString()), "no-such-record", folder.toString());
    }

    @Test
    void a_header_without_signals_is_refused() throws Exception {
        Files.writeString(folder.resolve("empty.hea"), "empty 0 360 1000\n");

        failsInOneLine(runHere(folder.resolve("empty").toString()), "empty", "no signals");
    }

    @Test
    void a_truncated_signal_file_is_refused() throws Exception {
        Files.writeString(folder.resolve("short.hea"), "short 1 360 10000\nshort.dat 16 200 16 0 0 0 0 MLII\n");
        Files.write(folder.resolve("short.dat"), new byte[4000]);

        failsInOneLine(runHere(folder.resolve("short").toString(), "--speed", "max"), "short", "short.dat");
    }

    @Test
    @Timeout(60)
    void no_kafka_at_the_address_fails_by_itself() throws Exception {
        int port = freePort();

        failsInOneLine(run("--simulated", "1", "--bootstrap-server", "127.0.0.1:" + port), "127.0.0.1:" + port);
    }

    @Test
    void a_registry_that_is_down_is_named() throws Exception {
        String url = "http://127.0.0.1:" + freePort();

        failsInOneLine(
                run("--simulated", "1", "--bootstrap-server", cluster.bootstrapServers(), "--schema-registry", url),
                "schema registry",
                url);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void wrong_usage_ends_with_exit_code_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("100", "--speed", "0.5")).isEqualTo(2);
        assertThat(run("100", "--chunk", "1ms")).isEqualTo(2);
        assertThat(run("100", "--drop", "1.5")).isEqualTo(2);
        assertThat(run("--simulated", "1", "--clones", "0")).isEqualTo(2);
        assertThat(run("--simulated", "1", "--command-config", "no-such-file")).isEqualTo(2);
        assertThat(err.toString())
                .contains("name a RECORD")
                .contains("is not a speed")
                .contains("chunk must be 10 ms to 10 s")
                .contains("drop must be a share")
                .contains("at least one clone")
                .contains("--command-config: cannot read no-such-file");
    }
}
