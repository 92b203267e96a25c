package org.rwave.cli.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.rwave.cli.CommandFailed;
import org.rwave.schemas.topic.Topic;
import org.rwave.schemas.topic.Topics;

/** Creates the topics of the catalogue. Topics that are there already stay as they are. */
public final class TopicSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private TopicSetup() {}

    /** Creates what is missing, with the default number of partitions and the cluster's default replication. */
    public static void create(Admin admin, Topics topics) {
        create(admin, topics, Topic.DEFAULT_PARTITIONS);
    }

    /** Creates what is missing, with {@code partitions} each and the cluster's default replication. */
    public static void create(Admin admin, Topics topics, int partitions) {
        List<NewTopic> wanted = topics.configs().entrySet().stream()
                .map(topic -> topic(topic, partitions))
                .toList();
        admin.createTopics(wanted).values().forEach((name, created) -> {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new CommandFailed(
                            "cannot create topic " + name + ": " + e.getCause().getMessage(), e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailed("interrupted while creating topic " + name, e);
            }
        });
        awaitVisible(admin, topics.configs().keySet());
    }

    /**
     * The controller has created them; brokers know of them a moment later, and a partition's leader a moment after that. A
     * producer that is faster than its leader may have its first batch refused and its second taken, and then the first
     * is out of order for ever.
     */
    private static void awaitVisible(Admin admin, Set<String> names) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                try {
                    admin.listOffsets(latest(admin.describeTopics(names)
                                    .allTopicNames()
                                    .get()
                                    .values()))
                            .all()
                            .get();
                    return;
                } catch (ExecutionException e) {
                    boolean isYetToCome = e.getCause() instanceof UnknownTopicOrPartitionException;
                    if (!isYetToCome || System.nanoTime() > giveUpAt) {
                        throw new CommandFailed(
                                "topics were created but cannot be used: "
                                        + e.getCause().getMessage(),
                                e.getCause());
                    }
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while waiting for the topics", e);
        }
    }

    /** A question that only the leader of each partition can answer. */
    private static Map<TopicPartition, OffsetSpec> latest(Collection<TopicDescription> topics) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        for (TopicDescription topic : topics) {
            topic.partitions()
                    .forEach(partition ->
                            question.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        return question;
    }

    private static NewTopic topic(Map.Entry<String, Map<String, String>> topic, int partitions) {
        return new NewTopic(topic.getKey(), Optional.of(partitions), Optional.empty()).configs(topic.getValue());
    }
}
