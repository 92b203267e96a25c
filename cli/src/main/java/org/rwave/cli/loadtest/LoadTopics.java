package org.rwave.cli.loadtest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** The topics of one run: made for it under a prefix of their own, removed after it with what Kafka Streams added. */
final class LoadTopics implements AutoCloseable {
    private static final Duration RETENTION = Duration.ofMinutes(10);
    private static final int SEGMENT_BYTES = 64 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final String prefix;
    private final Topics topics;

    private LoadTopics(Admin admin, String prefix) {
        this.admin = admin;
        this.prefix = prefix;
        this.topics = Topics.withPrefix(prefix);
    }

    /** Makes them, with {@code partitions} each; whatever an earlier run has left under the prefix is removed first. */
    static LoadTopics create(ClusterAddress cluster, Registry registry, String prefix, int partitions)
            throws InterruptedException {
        Admin admin = Admin.create(Map.copyOf(cluster.clientProperties()));
        LoadTopics made = new LoadTopics(admin, prefix);
        try {
            made.remove();
            TopicSetup.create(admin, made.topics, partitions);
            made.keepLittle();
            made.topics.register(registry);
            return made;
        } catch (RuntimeException | InterruptedException e) {
            admin.close();
            throw e;
        }
    }

    Topics topics() {
        return topics;
    }

    /** Ten thousand patients write a gigabyte a minute. */
    private void keepLittle() throws InterruptedException {
        ConfigResource waveform =
                new ConfigResource(ConfigResource.Type.TOPIC, topics.waveform().name());
        Map<String, String> wanted = Map.of(
                "retention.ms", Long.toString(RETENTION.toMillis()), "segment.bytes", Integer.toString(SEGMENT_BYTES));
        List<AlterConfigOp> changes = wanted.entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(waveform, changes)).all().get();
        } catch (ExecutionException e) {
            throw new CommandFailed("cannot configure topic " + waveform.name() + ": " + e.getCause(), e.getCause());
        }
    }

    private void remove() throws InterruptedException {
        try {
            Set<String> old = present();
            if (old.isEmpty()) {
                return;
            }
            admin.deleteTopics(old).all().get();
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            while (!present().isEmpty() && System.nanoTime() < giveUpAt) {
                Thread.sleep(100);
            }
            deleteGroup();
        } catch (ExecutionException e) {
            throw new CommandFailed("cannot remove the topics " + prefix + "*: " + e.getCause(), e.getCause());
        }
    }

    private void deleteGroup() throws InterruptedException {
        String group = prefix + "processor";
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (ExecutionException e) {
            boolean isGoneOrGoing = e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof GroupNotEmptyException; // members that were killed are missed in a while
            if (!isGoneOrGoing) {
                throw new CommandFailed("cannot remove the group " + group + ": " + e.getCause(), e.getCause());
            }
        }
    }

    private Set<String> present() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    /** Removes them. */
    @Override
    public void close() {
        try (admin) {
            remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
