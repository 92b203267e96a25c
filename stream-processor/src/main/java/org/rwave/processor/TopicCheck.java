package org.rwave.processor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.rwave.schemas.topic.Topics;

/** Before the start: are the topics there? Kafka Streams itself would complain late, and about its sources only. */
final class TopicCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private TopicCheck() {}

    /**
     * Asks the brokers.
     *
     * @throws ProcessorException when nobody answers or a topic is missing
     */
    static void require(ProcessorSettings settings, KafkaConnection kafka) {
        Set<String> missing = new TreeSet<>(needed(settings));
        Map<String, TopicDescription> inputs = Map.of();
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            missing.removeAll(admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            if (missing.isEmpty()) {
                inputs = admin.describeTopics(inputs(settings))
                        .allTopicNames()
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ProcessorException(
                    "no answer from Kafka at " + kafka.bootstrapServers() + " ("
                            + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                            + "); is it running, and is the address right?",
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessorException("interrupted while asking Kafka for its topics", e);
        }
        if (!missing.isEmpty()) {
            throw new ProcessorException(
                    "Kafka at " + kafka.bootstrapServers() + " has no topic " + String.join(", ", missing) + "; create "
                            + (missing.size() == 1 ? "it" : "them") + " or correct topic-prefix",
                    null);
        }
        requireEqualPartitions(inputs);
    }

    /** A patient's records of all inputs must come to the same task. */
    private static void requireEqualPartitions(Map<String, TopicDescription> inputs) {
        Map<String, Integer> counts = new TreeMap<>();
        inputs.forEach((name, topic) -> counts.put(name, topic.partitions().size()));
        if (new TreeSet<>(counts.values()).size() > 1) {
            throw new ProcessorException(
                    "the input topics must have equally many partitions, have " + counts
                            + "; create the smaller one anew",
                    null);
        }
    }

    private static List<String> inputs(ProcessorSettings settings) {
        Topics topics = settings.topics();
        List<String> names = new ArrayList<>(
                List.of(topics.waveform().name(), topics.alertCommands().name()));
        if (settings.isReferenceMode()) {
            names.add(topics.reference().name());
        }
        return names;
    }

    private static List<String> needed(ProcessorSettings settings) {
        Topics topics = settings.topics();
        List<String> names = new ArrayList<>(List.of(
                topics.waveform().name(),
                topics.beats().name(),
                topics.vitals().name(),
                topics.alerts().name(),
                topics.alertCommands().name(),
                topics.rejects()));
        if (settings.isReferenceMode()) {
            names.add(topics.reference().name());
        }
        return names;
    }
}
