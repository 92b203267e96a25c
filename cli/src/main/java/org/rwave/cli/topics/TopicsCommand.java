package org.rwave.cli.topics;

import java.io.PrintWriter;
import java.util.HashMap;
import org.apache.kafka.clients.admin.Admin;
import org.rwave.cli.KafkaOptions;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topic;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave topics}: creates the topics that are missing and registers their schemas; may be run again. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Create the topics that are missing and register their schemas. May be run again.")
public final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "" + Topic.DEFAULT_PARTITIONS,
            description = "Partitions of each new topic; cannot be changed later without losing state"
                    + " (default: ${DEFAULT-VALUE}). Replication is the cluster's default.")
    private int partitions;

    @Override
    public void run() {
        if (partitions < 1) {
            throw new ParameterException(spec.commandLine(), "--partitions must be at least 1, was " + partitions);
        }
        kafka.requireBroker();
        kafka.requireRegistry();
        Topics topics = Topics.standard();
        try (Admin admin = Admin.create(new HashMap<>(kafka.clientProperties()));
                Registry registry = Registry.connect(kafka.schemaRegistry(), kafka.clientProperties())) {
            TopicSetup.create(admin, topics, partitions);
            topics.register(registry);
        }
        PrintWriter out = spec.commandLine().getOut();
        topics.configs().keySet().forEach(out::println);
        out.flush();
    }
}
