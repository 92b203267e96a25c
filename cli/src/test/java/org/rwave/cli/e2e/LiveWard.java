package org.rwave.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientProfile;
import org.rwave.ecg.simulate.Scenario;
import org.rwave.ecg.simulate.SimulatedRecording;
import org.rwave.processor.KafkaConnection;
import org.rwave.processor.TaskClassifier;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** Topics of their own on a real broker, a patient's feed to put there, and what has been said so far. */
public final class LiveWard implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private static final double HERTZ = 250;
    private static final int CHUNK = 125;

    /** Brokers delete what is older than the topic's retention. */
    private final long startMicros = 1000 * System.currentTimeMillis();

    private final KafkaConnection kafka;
    private final Topics topics;
    private final Registry registry;

    /** Creates the topics. */
    public LiveWard(KafkaEnvironment environment, String topicPrefix) throws Exception {
        kafka = new KafkaConnection(environment.bootstrapServers(), environment.registryUrl(), Map.of());
        topics = Topics.withPrefix(topicPrefix);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            TopicSetup.create(admin, topics, PARTITIONS);
        }
        registry = Registry.connect(kafka.schemaRegistry(), Map.of());
    }

    public KafkaConnection kafka() {
        return kafka;
    }

    /** Half-second chunks of source {@code s} of a simulated patient. */
    public List<FeedChunk> chunks(String patientId, Scenario scenario) throws Exception {
        RecordingChunks cut = new RecordingChunks(
                new SimulatedRecording("sim", scenario, PatientProfile.random(3), new SamplingRate(HERTZ), 3),
                CHUNK,
                startMicros);
        List<FeedChunk> chunks = new ArrayList<>();
        for (var next = cut.next(); next.isPresent(); next = cut.next()) {
            chunks.add(new FeedChunk(new FeedId(patientId, "s"), next.get()));
        }
        return chunks;
    }

    public void publish(List<FeedChunk> chunks) {
        String topic = topics.waveform().name();
        try (var serializer = topics.waveform().serializer(registry);
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (FeedChunk chunk : chunks) {
                String key = chunk.feed().patientId();
                byte[] value = serializer.serialize(topic, chunk);
                assertThat(producer.send(new ProducerRecord<>(topic, null, chunk.recordTimestamp(), key, value)))
                        .succeedsWithin(Duration.ofSeconds(30));
            }
        }
    }

    /** What has been said of alarms of {@code kind} so far, from the beginning. */
    public List<Alert> alerts(AlarmKind kind) {
        List<Alert> alerts = new ArrayList<>();
        readAll(topics.alerts().name(), topics.alerts().deserializer(registry), alerts::add);
        alerts.removeIf(alert -> !alert.getKind().equals(kind.name()));
        return alerts;
    }

    /** All vital signs so far. */
    public List<Vitals> vitals() {
        List<Vitals> vitals = new ArrayList<>();
        readAll(topics.vitals().name(), topics.vitals().deserializer(registry), vitals::add);
        return vitals;
    }

    private <T> void readAll(String topic, RecordDeserializer<T> deserializer, Consumer<T> into) {
        try (deserializer;
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            for (var records = consumer.poll(Duration.ofSeconds(1));
                    !records.isEmpty();
                    records = consumer.poll(Duration.ofMillis(300))) {
                records.forEach(record -> into.accept(deserializer.deserialize(record.topic(), record.value())));
            }
        }
    }

    /** A model to whom every beat is N. */
    public static TaskClassifier allNormal() {
        return TaskClassifier.of(new AllNormal());
    }

    @Override
    public void close() {
        registry.close();
    }

    private static final class AllNormal implements BeatClassifier {
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
