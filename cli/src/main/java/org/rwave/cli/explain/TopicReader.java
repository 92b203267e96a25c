package org.rwave.cli.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.KafkaOptions;

/** Reads what a topic holds now of one patient, and comes to an end. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaOptions kafka;
    private final KafkaConsumer<String, byte[]> consumer;

    /** Takes the records of the patient in order of each partition. */
    interface Visitor {
        /** Returns whether more of this partition is wanted. */
        boolean visit(ConsumerRecord<String, byte[]> record);
    }

    TopicReader(KafkaOptions kafka) {
        this.kafka = kafka;
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The partitions of {@code topic}. */
    List<TopicPartition> partitions(String topic) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            throw new CommandFailed("Kafka at " + kafka.bootstrapServer() + " has no topic " + topic
                    + "; is the processor set up, is --topic-prefix right?");
        }
        return partitions.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** The first offset that {@code partition} still holds. */
    long firstOffset(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).get(partition);
    }

    /**
     * Reads {@code partitions} from {@code from} (all they hold when empty) up to where they end now, the records of
     * {@code patientId} alone.
     */
    void read(Collection<TopicPartition> partitions, Optional<Instant> from, String patientId, Visitor visitor) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        from.ifPresent(instant -> seek(partitions, instant));
        Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
        left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!left.isEmpty()) {
            consumer.assign(List.copyOf(left.keySet()));
            var records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                    if (left.containsKey(partition)
                            && patientId.equals(record.key())
                            && record.value() != null
                            && !visitor.visit(record)) {
                        left.remove(partition);
                    }
                }
            }
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (!records.isEmpty()) {
                giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > giveUpAt) {
                throw new CommandFailed("Kafka at " + kafka.bootstrapServer() + " has sent nothing of "
                        + left.keySet().stream().map(TopicPartition::toString).collect(Collectors.joining(", "))
                        + " for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private void seek(Collection<TopicPartition> partitions, Instant from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, Math.max(0, from.toEpochMilli())));
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(times);
        offsets.forEach((partition, offset) -> {
            if (offset == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, offset.offset());
            }
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
