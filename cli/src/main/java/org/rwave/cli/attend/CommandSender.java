package org.rwave.cli.attend;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.KafkaOptions;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.serde.RecordDeserializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.RejectHeaders;
import org.rwave.schemas.topic.Topics;

/** Sends a command and waits for what the processor says of it: the changed alarms, or why not. */
final class CommandSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AFTER_FIRST = Duration.ofMillis(300);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaOptions kafka;
    private final Topics topics;

    CommandSender(KafkaOptions kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /**
     * Sends, waits, prints a line for each alarm that was changed.
     *
     * @throws CommandFailed when the processor refuses it, with its cause, or does not answer
     */
    void send(AlertCommand command, PrintWriter out) {
        kafka.requireBroker();
        kafka.requireRegistry();
        try (Registry registry = Registry.connect(kafka.schemaRegistry(), kafka.clientProperties());
                KafkaConsumer<String, byte[]> answers = answers()) {
            RecordMetadata sent = deliver(command, registry);
            RecordDeserializer<Alert> alerts = topics.alerts().deserializer(registry);
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            boolean isAnswered = false;
            while (System.nanoTime() < giveUpAt) {
                for (ConsumerRecord<String, byte[]> record : answers.poll(POLL)) {
                    if (record.topic().equals(topics.rejects())) {
                        failIfOurs(record, sent);
                    } else if (isOurs(record, alerts, command, out)) {
                        isAnswered = true;
                        giveUpAt = Math.min(giveUpAt, System.nanoTime() + AFTER_FIRST.toNanos());
                    }
                }
            }
            if (!isAnswered) {
                throw new CommandFailed("the command was sent, but no processor has answered within "
                        + PATIENCE.toSeconds() + " s; is one running? To send it again: --command-id "
                        + command.getCommandId());
            }
        } catch (KafkaException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
    }

    private boolean isOurs(
            ConsumerRecord<String, byte[]> record,
            RecordDeserializer<Alert> alerts,
            AlertCommand command,
            PrintWriter out) {
        if (!command.getPatientId().equals(record.key())) {
            return false;
        }
        Alert alert = alerts.deserialize(record.topic(), record.value());
        if (!alert.getCommandId().equals(command.getCommandId())) {
            return false;
        }
        out.println(alert.getPriority() + " " + alert.getMessage() + "  [" + alert.getAlertId() + "]");
        out.flush();
        return true;
    }

    private void failIfOurs(ConsumerRecord<String, byte[]> record, RecordMetadata sent) {
        boolean isOurs = header(record, RejectHeaders.TOPIC).equals(sent.topic())
                && header(record, RejectHeaders.PARTITION).equals(Integer.toString(sent.partition()))
                && header(record, RejectHeaders.OFFSET).equals(Long.toString(sent.offset()));
        if (isOurs) {
            throw new CommandFailed(
                    "refused (" + header(record, RejectHeaders.REASON) + "): " + header(record, RejectHeaders.CAUSE));
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private RecordMetadata deliver(AlertCommand command, Registry registry) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        String topic = topics.alertCommands().name();
        byte[] value = topics.alertCommands().serializer(registry).serialize(topic, command);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(topic, command.getPatientId(), value))
                    .get();
        } catch (ExecutionException e) {
            throw new CommandFailed(
                    "the command could not be sent: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted; whether the command was sent is not known", e);
        }
    }

    /** Reads from here on where answers come: nothing that comes after the command is missed. */
    private KafkaConsumer<String, byte[]> answers() {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(topics.alerts().name(), topics.rejects())) {
            consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
