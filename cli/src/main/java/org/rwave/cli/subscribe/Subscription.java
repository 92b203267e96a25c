package org.rwave.cli.subscribe;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.CtrlC;
import org.rwave.cli.KafkaOptions;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.serde.RegistryException;
import org.rwave.schemas.serde.RegistryUnreachableException;
import org.rwave.schemas.serde.UnreadableRecordException;
import org.rwave.schemas.topic.Topic;

/**
 * Reads one topic and prints those records that are wanted.
 *
 * @param <T> the generated class of the topic's records
 */
final class Subscription<T extends SpecificRecordBase> {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaOptions kafka;
    private final SubscribeOptions options;
    private final Topic<T> topic;
    private final Predicate<T> wanted;
    private final Function<T, String> line;

    /** A subscription to {@code topic}: records that are {@code wanted}, each as a {@code line} unless JSON was asked for. */
    Subscription(
            KafkaOptions kafka,
            SubscribeOptions options,
            Topic<T> topic,
            Predicate<T> wanted,
            Function<T, String> line) {
        this.kafka = kafka;
        this.options = options;
        this.topic = topic;
        this.wanted = wanted;
        this.line = line;
    }

    /** Prints until Ctrl-C, until the count is reached, or until nobody reads what is printed. */
    void printTo(PrintWriter out) {
        kafka.requireBroker();
        kafka.requireRegistry();
        try (Registry registry = Registry.connect(kafka.schemaRegistry(), kafka.clientProperties());
                CtrlC ctrlC = CtrlC.asks(() -> {});
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            begin(consumer);
            RecordDeserializer<T> deserializer = topic.deserializer(registry);
            long left = options.count();
            while (left > 0 && !ctrlC.wasPressed() && !out.checkError()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (left > 0 && options.wants(record.key()) && print(record, deserializer, out)) {
                        left--;
                    }
                }
            }
        }
    }

    private boolean print(ConsumerRecord<String, byte[]> record, RecordDeserializer<T> deserializer, PrintWriter out) {
        T value = decode(record, deserializer);
        if (value == null || !wanted.test(value)) {
            return false;
        }
        out.println(options.json() ? AvroJson.line(value) : line.apply(value));
        return true;
    }

    private T decode(ConsumerRecord<String, byte[]> record, RecordDeserializer<T> deserializer) {
        try {
            return deserializer.deserialize(record.topic(), record.value());
        } catch (UnreadableRecordException e) {
            throw new CommandFailed(
                    record.topic() + "-" + record.partition() + " offset " + record.offset() + " is unreadable: "
                            + e.getMessage(),
                    e);
        } catch (RegistryUnreachableException | RegistryException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
    }

    private void begin(KafkaConsumer<String, byte[]> consumer) {
        if (options.group() != null) {
            consumer.subscribe(List.of(topic.name()));
            return;
        }
        List<PartitionInfo> partitions = consumer.partitionsFor(topic.name());
        if (partitions == null || partitions.isEmpty()) {
            throw new CommandFailed("Kafka at " + kafka.bootstrapServer() + " has no topic " + topic.name()
                    + "; is the processor set up, is --topic-prefix right?");
        }
        List<TopicPartition> all = partitions.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        if (options.fromBeginning()) {
            consumer.seekToBeginning(all);
        } else {
            consumer.seekToEnd(all);
            all.forEach(consumer::position); // now, not at the first poll: nothing after this line is missed
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, options.fromBeginning() ? "earliest" : "latest");
        if (options.group() != null) {
            properties.put(ConsumerConfig.GROUP_ID_CONFIG, options.group());
        } else {
            properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        }
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
