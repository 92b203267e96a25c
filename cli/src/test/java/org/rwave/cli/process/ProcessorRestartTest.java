package org.rwave.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.cli.e2e.SharedEnvironment;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.ecg.simulate.PatientProfile;
import org.rwave.ecg.simulate.Scenario;
import org.rwave.ecg.simulate.SimulatedRecording;
import org.rwave.processor.Guarantee;
import org.rwave.processor.KafkaConnection;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.StreamProcessor;
import org.rwave.processor.TaskClassifier;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.feed.BeatMapping;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** What a stopped and what a failed instance leave to their successor, on a real broker. */
class ProcessorRestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LULL = Duration.ofMillis(500);
    private static final int PATIENTS = 3;
    private static final int PARTITIONS = 2;

    /**
     * The one place where a test asks for the time: brokers forget the sequence of a producer whose latest record is older
     * than a day, and delete records older than the topic's retention.
     */
    private static final long START_MICROS = 1000 * System.currentTimeMillis();

    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    private Topics topics;
    private String prefix;
    private KafkaConnection kafka;
    private Registry registry;
    private KafkaConsumer<String, byte[]> subscriber;
    private final List<ClassifiedBeat> published = new ArrayList<>();

    @BeforeEach
    void createTopics(TestInfo test) {
        prefix = "restart-" + Integer.toHexString(test.getDisplayName().hashCode())
                + Integer.toHexString(test.getTestMethod().orElseThrow().hashCode()) + ".";
        topics = Topics.withPrefix(prefix);
        kafka = new KafkaConnection(
                ENVIRONMENT.get().bootstrapServers(), ENVIRONMENT.get().registryUrl(), Map.of());
        registry = Registry.connect(kafka.schemaRegistry(), Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            TopicSetup.create(admin, topics, PARTITIONS);
        }
        subscriber = subscriber();
    }

    @AfterEach
    void close() {
        subscriber.close();
        registry.close();
    }

    @ParameterizedTest
    @EnumSource(Guarantee.class)
    void a_stopped_instance_hands_over_without_a_trace(Guarantee guarantee) {
        List<FeedChunk> chunks = chunks();
        int half = chunks.size() / 2;
        publish(chunks.subList(0, half));
        int expectedSoFar = 20 * PATIENTS;
        try (StreamProcessor first = StreamProcessor.start(settings(guarantee), kafka, Healthy::task)) {
            await().pollInSameThread().atMost(PATIENCE).until(() -> published().size() >= expectedSoFar);
            assertThat(first.ended()).isNotDone();
        }
        publish(chunks.subList(half, chunks.size()));
        List<ClassifiedBeat> expected = offline();
        try (StreamProcessor second = StreamProcessor.start(settings(guarantee), kafka, Healthy::task)) {
            await().pollInSameThread().atMost(PATIENCE).until(() -> published().size() >= expected.size());
            assertThat(second.ended()).isNotDone();
        }

        assertThat(published()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(Guarantee.class)
    void a_failed_instance_ends_visibly_and_its_successor_loses_nothing(Guarantee guarantee) {
        publish(chunks());
        List<ClassifiedBeat> expected = offline();
        AtomicInteger beatsUntilFailure = new AtomicInteger(70);
        try (StreamProcessor failing = StreamProcessor.start(
                settings(guarantee), kafka, () -> TaskClassifier.of(new Failing(beatsUntilFailure)))) {
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> failing.ended().isCompletedExceptionally());
        }
        try (StreamProcessor successor = StreamProcessor.start(settings(guarantee), kafka, Healthy::task)) {
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> published().stream().distinct().count() >= expected.size());
            assertThat(successor.ended()).isNotDone();
        }

        assertThat(published().stream().distinct()).containsExactlyInAnyOrderElementsOf(expected);
        if (guarantee == Guarantee.EXACTLY_ONCE_V2) {
            assertThat(published()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Guarantee.class)
    void every_task_commits_while_it_runs(Guarantee guarantee) {
        publish(chunks());
        try (StreamProcessor running = StreamProcessor.start(settings(guarantee), kafka, Healthy::task);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            await().atMost(PATIENCE).until(() -> committed(admin).equals(ends(admin)));
            assertThat(running.ended()).isNotDone();
        }
    }

    /** Where the group stands in each partition of the waveform that it has committed. */
    private Map<TopicPartition, Long> committed(Admin admin) throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(prefix + "app")
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    /** The ends of those partitions of the waveform that hold anything. */
    private Map<TopicPartition, Long> ends(Admin admin) throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            TopicPartition one = new TopicPartition(topics.waveform().name(), partition);
            long end = admin.listOffsets(Map.of(one, OffsetSpec.latest()))
                    .partitionResult(one)
                    .get()
                    .offset();
            if (end > 0) {
                offsets.put(one, end);
            }
        }
        assertThat(offsets).isNotEmpty();
        return offsets;
    }

    private ProcessorSettings settings(Guarantee guarantee) {
        return ProcessorSettings.of(Map.of(
                "application-id",
                prefix + "app",
                "topic-prefix",
                prefix,
                "commit-interval",
                "100ms",
                "guarantee",
                guarantee.toString()));
    }

    private static List<WaveformChunk> signal(int patient, int chunkLength) {
        Scenario scenario = Scenario.builder()
                .sinus(70 + patient, Duration.ofSeconds(20))
                .couplet()
                .sinus(75, Duration.ofSeconds(20))
                .build();
        SimulatedRecording recording =
                new SimulatedRecording("sim", scenario, PatientProfile.random(patient), new SamplingRate(250), patient);
        RecordingChunks cut = new RecordingChunks(recording, chunkLength, START_MICROS);
        List<WaveformChunk> chunks = new ArrayList<>();
        try {
            for (var next = cut.next(); next.isPresent(); next = cut.next()) {
                chunks.add(next.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunks;
    }

    /** All patients' chunks by turns, and at the end a new source each, which ends the one before. */
    private static List<FeedChunk> chunks() {
        List<FeedChunk> all = new ArrayList<>();
        List<List<WaveformChunk>> signals =
                IntStream.range(0, PATIENTS).mapToObj(p -> signal(p, 63)).toList();
        for (int i = 0; i < signals.get(0).size() + 40; i++) {
            for (int p = 0; p < PATIENTS; p++) {
                if (i < signals.get(p).size()) {
                    all.add(new FeedChunk(
                            new FeedId("p" + p, "s"), signals.get(p).get(i)));
                }
            }
        }
        for (int p = 0; p < PATIENTS; p++) {
            all.add(new FeedChunk(new FeedId("p" + p, "next"), signal(p, 10).get(0)));
        }
        return all;
    }

    private static List<ClassifiedBeat> offline() {
        List<ClassifiedBeat> beats = new ArrayList<>();
        for (int p = 0; p < PATIENTS; p++) {
            List<WaveformChunk> signal = signal(p, 100);
            PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), new Healthy(), signal.get(0));
            signal.forEach(chunk -> beats.addAll(monitor.accept(chunk).beats()));
            beats.addAll(monitor.finish().beats());
        }
        return beats;
    }

    private void publish(List<FeedChunk> chunks) {
        try (var serializer = topics.waveform().serializer(registry);
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (FeedChunk chunk : chunks) {
                sent.add(producer.send(new ProducerRecord<>(
                        topics.waveform().name(),
                        null,
                        chunk.recordTimestamp(),
                        chunk.feed().patientId(),
                        serializer.serialize(topics.waveform().name(), chunk))));
            }
            producer.flush();
            assertThat(sent).allSatisfy(done -> assertThat(done).succeedsWithin(PATIENCE));
        }
    }

    private KafkaConsumer<String, byte[]> subscriber() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                .mapToObj(p -> new TopicPartition(topics.beats().name(), p))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    /** Every committed beat that has come so far. */
    private List<ClassifiedBeat> published() {
        try (var deserializer = topics.beats().deserializer(registry)) {
            ConsumerRecords<String, byte[]> more = subscriber.poll(LULL);
            while (!more.isEmpty()) {
                for (ConsumerRecord<String, byte[]> record : more) {
                    Beat beat = deserializer.deserialize(record.topic(), record.value());
                    published.add(BeatMapping.fromAvro(beat));
                }
                more = subscriber.poll(LULL);
            }
        }
        return List.copyOf(published);
    }

    /** Every beat is N; how sure it is carries a print of the input. */
    private static final class Healthy implements BeatClassifier {
        static TaskClassifier task() {
            return TaskClassifier.of(new Healthy());
        }

        @Override
        public ClassProbabilities classify(BeatInput input) {
            float print = Math.abs(input.waveform(0, 70) + input.feature(0)) % 0.3f;
            return ClassProbabilities.of(1 - print, 0, print, 0, 0);
        }

        @Override
        public String modelHash() {
            return "print";
        }
    }

    /** Has a bug that shows at the n-th beat. */
    private record Failing(AtomicInteger beatsLeft) implements BeatClassifier {
        @Override
        public ClassProbabilities classify(BeatInput input) {
            if (beatsLeft.getAndDecrement() <= 0) {
                throw new IllegalStateException("this classifier fails on purpose at a beat of class " + BeatClass.N);
            }
            return new Healthy().classify(input);
        }

        @Override
        public String modelHash() {
            return "print";
        }
    }
}
