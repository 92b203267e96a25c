package org.rwave.cli.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.rwave.cli.CommandFailed;

/** The registry's memory: a compacted topic of one partition, as Confluent's registry keeps it. One writer at a time. */
final class RegistryLog implements AutoCloseable {
    static final String TOPIC = "_schemas";

    private final KafkaProducer<byte[], byte[]> producer;

    private RegistryLog(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Opens the log, creating it if need be, and applies what it holds to {@code state}. */
    static RegistryLog open(String bootstrapServers, RegistryState state) {
        create(bootstrapServers);
        replay(bootstrapServers, state);
        return new RegistryLog(new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "max.block.ms", "10000",
                        "request.timeout.ms", "5000",
                        "delivery.timeout.ms", "10000"),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
    }

    private static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            NewTopic topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic.configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new CommandFailed(
                        "cannot create topic " + TOPIC + ": " + e.getCause().getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while creating topic " + TOPIC, e);
        }
    }

    private static void replay(String bootstrapServers, RegistryState state) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    RegistryJson.read(record.key(), record.value()).ifPresent(change -> change.applyTo(state));
                }
            }
        }
    }

    /** Returns when the broker has {@code record}. */
    void append(RegistryRecord record) {
        RegistryJson.Entry entry = RegistryJson.write(record);
        try {
            producer.send(new ProducerRecord<>(TOPIC, 0, entry.key(), entry.value()))
                    .get();
        } catch (ExecutionException e) {
            throw (RegistryFault)
                    RegistryFault.storeFailed(e.getCause().getMessage()).initCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (RegistryFault) RegistryFault.storeFailed("interrupted").initCause(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
