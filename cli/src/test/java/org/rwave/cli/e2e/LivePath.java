package org.rwave.cli.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.processor.KafkaConnection;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.StreamProcessor;
import org.rwave.producer.ChunkSink;
import org.rwave.producer.KafkaChunkSink;
import org.rwave.producer.RecordedSource;
import org.rwave.producer.Replay;
import org.rwave.producer.ReplayClock;
import org.rwave.producer.ReplayPatient;
import org.rwave.producer.ReplayProgress;
import org.rwave.producer.ReplaySettings;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.BeatMapping;
import org.rwave.schemas.feed.VitalsMapping;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/**
 * Recordings through a real broker: replay at full speed, a running stream processor, and a plain consumer that gathers
 * what comes out. Each has topics of its own.
 */
final class LivePath implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** The name of the threads that process, without those of their clients. */
    static final Pattern STREAM_THREAD = Pattern.compile("^same-facts-.*-StreamThread-\\d+$");

    private final Topics topics;
    private final Map<String, Object> client;
    private final Registry registry;
    private final StreamProcessor processor;
    private long lastFactNanos;

    /** What came out for one patient, and the source it names. */
    record Outcome(String sourceId, OfflineMonitor.Gathered facts) {
        /** When the source began, as the replay says in the source's name. */
        long startEpochMicros() {
            return Long.parseLong(sourceId.substring(sourceId.lastIndexOf('/') + 1));
        }
    }

    LivePath(KafkaEnvironment environment, String prefix) {
        topics = Topics.withPrefix(prefix);
        client = Map.of("bootstrap.servers", environment.bootstrapServers());
        registry = Registry.connect(environment.registryUrl(), Map.of());
        try (Admin admin = Admin.create(client)) {
            TopicSetup.create(admin, topics, 4);
        }
        topics.register(registry);
        processor = StreamProcessor.start(
                ProcessorSettings.of(Map.of(
                        "topic-prefix",
                        prefix,
                        "application-id",
                        prefix + "processor",
                        "threads",
                        "2",
                        "warm-up",
                        "0s")),
                new KafkaConnection(environment.bootstrapServers(), environment.registryUrl(), Map.of()));
    }

    /** Replays {@code records} at full speed; returns how that went. */
    ReplayProgress replay(List<Path> records, Duration chunk) throws Exception {
        List<ReplayPatient> patients = new ArrayList<>();
        for (Path record : records) {
            patients.add(ReplayPatient.of(new RecordedSource(record)));
        }
        ReplaySettings settings =
                ReplaySettings.defaults().withSpeed(ReplaySettings.MAX_SPEED).withChunk(chunk);
        try (ChunkSink sink = new KafkaChunkSink(client, topics, registry)) {
            return new Replay(settings, patients, sink, ReplayClock.system()).run(progress -> {});
        }
    }

    /** Reads the fact topics from their start until {@code beats} beats have come, and on until nothing more does. */
    Map<String, Outcome> gather(long beats) {
        RecordDeserializer<Beat> beatReader = topics.beats().deserializer(registry);
        RecordDeserializer<Vitals> vitalsReader = topics.vitals().deserializer(registry);
        RecordDeserializer<Alert> alertReader = topics.alerts().deserializer(registry);
        Map<String, Outcome> outcomes = new TreeMap<>();
        long seen = 0;
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            boolean quiet = false;
            while ((seen < beats || !quiet) && System.nanoTime() < giveUpAt) {
                var records = consumer.poll(Duration.ofSeconds(1));
                quiet = records.isEmpty();
                lastFactNanos = quiet ? lastFactNanos : System.nanoTime();
                for (ConsumerRecord<String, byte[]> record : records) {
                    if (record.topic().equals(topics.beats().name())) {
                        Beat beat = beatReader.deserialize(record.topic(), record.value());
                        of(outcomes, record.key(), beat.getSourceId()).add(BeatMapping.fromAvro(beat));
                        seen++;
                    } else if (record.topic().equals(topics.vitals().name())) {
                        Vitals vitals = vitalsReader.deserialize(record.topic(), record.value());
                        of(outcomes, record.key(), vitals.getSourceId()).add(VitalsMapping.fromAvro(vitals));
                    } else {
                        Alert alert = alertReader.deserialize(record.topic(), record.value());
                        of(outcomes, record.key(), alert.getSourceId()).add(AlertMapping.fromAvro(alert));
                    }
                }
            }
        }
        return outcomes;
    }

    /** When {@link #gather} read the last fact, by {@link System#nanoTime}. */
    long lastFactNanos() {
        return lastFactNanos;
    }

    private static OfflineMonitor.Gathered of(Map<String, Outcome> outcomes, String patientId, String sourceId) {
        return outcomes.computeIfAbsent(patientId, id -> new Outcome(sourceId, new OfflineMonitor.Gathered()))
                .facts();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(new HashMap<>(client), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = List.of(topics.beats(), topics.vitals(), topics.alerts()).stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    @Override
    public void close() {
        processor.close();
        registry.close();
    }
}
