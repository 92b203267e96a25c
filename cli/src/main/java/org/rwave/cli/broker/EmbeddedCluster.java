package org.rwave.cli.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.rwave.cli.CommandFailed;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** Broker, registry, topics and schemas, ready for use: everything a processor or a replay needs to connect to. */
public final class EmbeddedCluster implements AutoCloseable {
    /** Kafka's and Confluent's customary ports. */
    public static final int DEFAULT_PORT = 9092;

    public static final int DEFAULT_REGISTRY_PORT = 8081;

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private EmbeddedCluster(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts on any free ports with temporary data. */
    public static EmbeddedCluster start(Topics topics) {
        return start(0, 0, Optional.empty(), topics);
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @param port of the broker; 0 for any free one
     * @param registryPort of the registry; 0 for any free one
     * @param stateDirectory kept and found again at the next start; without it the data are temporary
     * @throws CommandFailed when a port is busy or the directory in use
     */
    public static EmbeddedCluster start(int port, int registryPort, Optional<Path> stateDirectory, Topics topics) {
        Ports.claim(registryPort, "--registry-port"); // before the broker is up, to fail at once
        EmbeddedBroker broker = EmbeddedBroker.start(port, stateDirectory);
        EmbeddedRegistry registry = null;
        try {
            registry = EmbeddedRegistry.start(registryPort, broker.bootstrapServers());
            EmbeddedCluster cluster = new EmbeddedCluster(broker, registry);
            cluster.prepare(topics);
            return cluster;
        } catch (RuntimeException e) {
            if (registry != null) {
                registry.close();
            }
            broker.close();
            throw e;
        }
    }

    private void prepare(Topics topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
                Registry client = Registry.connect(registryUrl(), Map.of())) {
            TopicSetup.create(admin, topics);
            topics.register(client);
        }
    }

    /** Where Kafka clients connect. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where registry clients connect. */
    public String registryUrl() {
        return registry.url();
    }

    /** Stops both; temporary data are deleted. */
    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
