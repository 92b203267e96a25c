package org.rwave.cli.alarmdelay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** Reads alerts as they come, on a thread of its own, and notes when. */
final class AlertReader implements Runnable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int QUIET_POLLS_AT_THE_END = 20;

    private final Map<String, Object> client;
    private final Topics topics;
    private final RecordDeserializer<Alert> alerts;
    private final AtomicBoolean isOver;
    private final AlertListener listener;

    /** @param isOver set when nothing more will be sent: then it reads until nothing comes for two seconds */
    AlertReader(
            Map<String, Object> client,
            Topics topics,
            Registry registry,
            AtomicBoolean isOver,
            AlertListener listener) {
        this.client = client;
        this.topics = topics;
        this.alerts = topics.alerts().deserializer(registry);
        this.isOver = isOver;
        this.listener = listener;
    }

    @Override
    public void run() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(topics.alerts().name())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int quiet = 0;
            while (!isOver.get() || quiet < QUIET_POLLS_AT_THE_END) {
                var records = consumer.poll(POLL);
                long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                records.forEach(record -> tell(alerts.deserialize(record.topic(), record.value()), now));
                quiet = records.isEmpty() ? quiet + 1 : 0;
            }
        }
    }

    private void tell(Alert alert, long readEpochMicros) {
        listener.read(AlertMapping.feedOf(alert).patientId(), AlertMapping.fromAvro(alert), readEpochMicros);
    }
}
