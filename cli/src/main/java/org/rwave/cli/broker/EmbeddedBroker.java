package org.rwave.cli.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.rwave.cli.CommandFailed;

/** One Kafka broker, its own controller, in this process, on loopback. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";

    private final StateDirectory state;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(StateDirectory state, KafkaRaftServer server, int port) {
        this.state = state;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @param port to listen on; 0 for any free one
     * @param stateDirectory kept and found again at the next start; without it the data are temporary
     * @throws CommandFailed when the port is busy or the directory in use
     */
    public static EmbeddedBroker start(int port, Optional<Path> stateDirectory) {
        int claimed = Ports.claim(port, "--port");
        StateDirectory state = StateDirectory.open(stateDirectory);
        try {
            format(state.logs());
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(state.logs(), claimed)), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(state, server, claimed);
        } catch (Exception e) {
            state.close();
            throw new CommandFailed("the embedded broker does not start: " + e.getMessage(), e);
        }
    }

    private static void format(Path logs) throws Exception {
        Files.createDirectories(logs);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(clusterId(logs))
                .addDirectory(logs.toString())
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(CONTROLLER)
                .setIgnoreFormatted(true)
                .run();
    }

    /** That of the data already there, else a new one. */
    private static String clusterId(Path logs) throws IOException {
        Path meta = logs.resolve("meta.properties");
        Properties known = new Properties();
        if (Files.exists(meta)) {
            try (InputStream in = Files.newInputStream(meta)) {
                known.load(in);
            }
        }
        return known.getProperty("cluster.id", Uuid.randomUuid().toString());
    }

    private static Properties settings(Path logs, int port) {
        int controllerPort = Ports.free();
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.put("controller.listener.names", CONTROLLER);
        p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        p.put("inter.broker.listener.name", "PLAINTEXT");
        p.put("log.dirs", logs.toString());
        p.put("auto.create.topics.enable", "false");
        for (String internal :
                new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            p.put(internal + ".replication.factor", "1");
        }
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("offsets.topic.num.partitions", "4");
        p.put("transaction.state.log.num.partitions", "4");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("group.min.session.timeout.ms", "1000"); // lets a processor fail over in seconds
        p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        p.put("log.cleaner.dedupe.buffer.size", "4194304"); // the default costs 130 MB of heap
        p.put("log.index.size.max.bytes", "1048576"); // a hundred partitions map two indexes each
        // A restart after a kill waits until the old registration has expired: 9 s by default.
        p.put("broker.session.timeout.ms", "3000");
        p.put("broker.heartbeat.interval.ms", "500");
        return p;
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker; temporary data are deleted. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        state.close();
    }
}
