package org.rwave.cli.broker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rwave broker}: the embedded broker and registry alone, until Ctrl-C. */
@Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        description = "Run a Kafka broker and a schema registry on loopback, for development.")
public final class BrokerCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + EmbeddedCluster.DEFAULT_PORT,
            description = "Port of the broker, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "" + EmbeddedCluster.DEFAULT_REGISTRY_PORT,
            description = "Port of the schema registry, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int registryPort;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep the data in this directory; without it they are deleted at the end.")
    private Path state;

    @Override
    public void run() {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> stop(interrupted, closed), "broker-shutdown");
        try (EmbeddedCluster cluster =
                EmbeddedCluster.start(port, registryPort, Optional.ofNullable(state), Topics.standard())) {
            Runtime.getRuntime().addShutdownHook(onInterrupt);
            PrintWriter out = spec.commandLine().getOut();
            out.println("broker           " + cluster.bootstrapServers());
            out.println("schema registry  " + cluster.registryUrl());
            out.println(state == null ? "data             temporary" : "data             " + state.toAbsolutePath());
            out.println("Stop with Ctrl-C.");
            out.flush();
            interrupted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
    }

    /** The JVM ends when its shutdown hooks have: waits until the broker is closed. */
    private static void stop(CountDownLatch interrupted, CountDownLatch closed) {
        interrupted.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
