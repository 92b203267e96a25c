package org.rwave.cli.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Gives a test class its environment, which all classes of a run share: {@code @RegisterExtension static final
 * SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded()}. Test classes keep apart by topic prefix.
 */
public final class SharedEnvironment implements BeforeAllCallback, BeforeEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedEnvironment.class);

    private final String name;
    private final Supplier<KafkaEnvironment> start;
    private final Supplier<Boolean> isAvailable;
    private final String reason;
    private KafkaEnvironment environment;

    private SharedEnvironment(
            String name, Supplier<KafkaEnvironment> start, Supplier<Boolean> isAvailable, String reason) {
        this.name = name;
        this.start = start;
        this.isAvailable = isAvailable;
        this.reason = reason;
    }

    /** The embedded broker and registry: always there. */
    public static SharedEnvironment embedded() {
        return new SharedEnvironment("embedded", EmbeddedKafkaEnvironment::new, () -> true, "");
    }

    /** Containers; without Docker every test of the class is skipped, saying so. */
    public static SharedEnvironment containers() {
        return new SharedEnvironment(
                "containers",
                ContainerKafkaEnvironment::new,
                () -> DockerClientFactory.instance().isDockerAvailable(),
                "no Docker here: not run against the Kafka and Confluent Schema Registry images");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isAvailable.get()) {
            environment = context.getRoot()
                    .getStore(NAMESPACE) // closes what it holds at the end of the run
                    .getOrComputeIfAbsent(name, n -> start.get(), KafkaEnvironment.class);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) { // per test, so that each is counted as skipped
        assumeTrue(environment != null, reason);
    }

    /** The environment, from the first test of the class on. */
    public KafkaEnvironment get() {
        return environment;
    }
}
