package org.rwave.cli.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.rwave.cli.broker.EmbeddedCluster;
import org.rwave.processor.KafkaConnection;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.StreamProcessor;
import org.rwave.producer.ChunkSink;
import org.rwave.producer.KafkaChunkSink;
import org.rwave.producer.Replay;
import org.rwave.producer.ReplayClock;
import org.rwave.producer.ReplaySettings;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** Broker, registry, processor and replay in this process, connected as they would be across machines. */
final class DemoSystem implements AutoCloseable {
    private final Topics topics;
    private final EmbeddedCluster cluster;
    private final Registry registry;
    private final StreamProcessor processor;
    private final CompletableFuture<Void> replayEnded = new CompletableFuture<>();
    private Replay replay;
    private Thread replayThread;

    private DemoSystem(Topics topics, EmbeddedCluster cluster, ProcessorSettings settings) {
        this.topics = topics;
        this.cluster = cluster;
        this.registry = Registry.connect(cluster.registryUrl(), Map.of());
        this.processor = StreamProcessor.start(
                settings, new KafkaConnection(cluster.bootstrapServers(), cluster.registryUrl(), Map.of()));
    }

    /** Starts broker, registry and processor; the replay waits for {@link #replay}. */
    static DemoSystem start(int port, int registryPort, Optional<Path> state, ProcessorSettings settings) {
        Topics topics = Topics.standard();
        EmbeddedCluster cluster = EmbeddedCluster.start(port, registryPort, state, topics);
        try {
            return new DemoSystem(topics, cluster, settings);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    String registryUrl() {
        return cluster.registryUrl();
    }

    /** A feed of what the system states, into {@code screen}. */
    WardFeed feed(WardScreen screen, DemoOutput output) {
        return new WardFeed(clientProperties(), topics, registry, screen, output::beat, output::alarm);
    }

    private Map<String, Object> clientProperties() {
        return Map.of("bootstrap.servers", cluster.bootstrapServers());
    }

    /** Starts sending; {@link #replayEnded} completes when there is nothing more to send or something has failed. */
    void replay(ReplaySettings settings, DemoWard ward) {
        ChunkSink sink = new KafkaChunkSink(clientProperties(), topics, registry);
        replay = new Replay(settings, ward.patients(), sink, ReplayClock.system());
        replayThread = new Thread(
                () -> {
                    try (sink) {
                        replay.run(progress -> {});
                        replayEnded.complete(null);
                    } catch (Exception e) {
                        replayEnded.completeExceptionally(e);
                    }
                },
                "replay");
        replayThread.setDaemon(true);
        replayThread.start();
    }

    /** Completes when the replay has sent everything, exceptionally when replay or processor have failed. */
    CompletableFuture<Void> replayEnded() {
        return replayEnded;
    }

    CompletableFuture<Void> processorEnded() {
        return processor.ended();
    }

    @Override
    public void close() {
        if (replay != null) {
            replay.stop();
            try {
                replayThread.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        processor.close();
        registry.close();
        cluster.close();
    }
}
