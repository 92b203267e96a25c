package org.rwave.cli.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.BeatMapping;
import org.rwave.schemas.feed.ReferenceSpan;
import org.rwave.schemas.feed.VitalsMapping;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** Reads beats, vital signs, alerts and reference annotations from the topics, as any subscriber would, into a screen. */
final class WardFeed implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Consumer<ConsumerRecord<String, byte[]>>> readers = new HashMap<>();
    private final WardScreen screen;
    private final AtomicBoolean running = new AtomicBoolean(true);

    /** A feed into {@code screen}; each classified beat and each alarm line is also handed to the listeners. */
    WardFeed(
            Map<String, Object> clientProperties,
            Topics topics,
            Registry registry,
            WardScreen screen,
            Consumer<ClassifiedBeat> onBeat,
            Consumer<String> onAlarm) {
        this.screen = screen;
        Map<String, Object> properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        RecordDeserializer<Beat> beats = topics.beats().deserializer(registry);
        RecordDeserializer<Vitals> vitals = topics.vitals().deserializer(registry);
        RecordDeserializer<Alert> alerts = topics.alerts().deserializer(registry);
        RecordDeserializer<ReferenceAnnotations> reference = topics.reference().deserializer(registry);
        readers.put(topics.beats().name(), record -> {
            ClassifiedBeat beat = BeatMapping.fromAvro(beats.deserialize(record.topic(), record.value()));
            screen.panel(record.key()).beat(beat);
            onBeat.accept(beat);
        });
        readers.put(
                topics.vitals().name(),
                record -> screen.panel(record.key())
                        .vitals(VitalsMapping.fromAvro(vitals.deserialize(record.topic(), record.value()))));
        readers.put(
                topics.alerts().name(),
                record -> onAlarm.accept(screen.alarm(
                        record.key(), AlertMapping.fromAvro(alerts.deserialize(record.topic(), record.value())))));
        readers.put(
                topics.reference().name(),
                record -> reference(
                        record.key(), ReferenceSpan.fromAvro(reference.deserialize(record.topic(), record.value()))));
        assignEverything();
    }

    private void assignEverything() {
        List<TopicPartition> partitions = readers.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private void reference(String patientId, ReferenceSpan span) {
        for (Annotation annotation : span.annotations()) {
            ClassMapping.LITERATURE
                    .classOf(annotation.code())
                    .ifPresent(beatClass -> screen.panel(patientId).reference(annotation.sampleIndex(), beatClass));
        }
    }

    /** Polls once, for at most a tenth of a second, and takes what has come. */
    void poll() {
        try {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                readers.get(record.topic()).accept(record);
            }
        } catch (WakeupException closing) {
            if (running.get()) {
                throw closing;
            }
        }
    }

    /** Ends a poll that is under way; may be called from any thread. */
    void stop() {
        running.set(false);
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
