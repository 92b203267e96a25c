package org.rwave.cli.e2e;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A program as a stranger would write it: Confluent's deserialiser by its class name, none of our code. {@link
 * StockConfluentDeserializerTest} runs it in a JVM of its own.
 */
final class StockConfluentConsumer {
    private StockConfluentConsumer() {}

    /** Prints partition 0 of {@code arguments[2]}, one record a line. */
    public static void main(String[] arguments) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                arguments[0],
                "schema.registry.url",
                arguments[1],
                "key.deserializer",
                "org.apache.kafka.common.serialization.StringDeserializer",
                "value.deserializer",
                "io.confluent.kafka.serializers.KafkaAvroDeserializer");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TopicPartition partition = new TopicPartition(arguments[2], 0);
        try (KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(config)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (consumer.endOffsets(List.of(partition)).get(partition) > consumer.position(partition)) {
                consumer.poll(Duration.ofSeconds(1)).forEach(r -> out.println(r.key() + " " + r.value()));
            }
        }
    }
}
