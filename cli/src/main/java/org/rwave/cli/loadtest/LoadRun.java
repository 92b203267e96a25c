package org.rwave.cli.loadtest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.rwave.cli.CommandFailed;
import org.rwave.producer.KafkaChunkSink;
import org.rwave.producer.ReplayClock;
import org.rwave.schemas.serde.Registry;

/**
 * One test run: topics and processors of its own, every patient's chunks on schedule, every beat held against the ledger.
 *
 * @param cluster the broker under test
 * @param processors who is to process
 * @param producerProperties of the generator, such as {@code linger.ms}
 * @param usage knows the broker's process, if it is ours
 * @param partitions of each topic
 * @param logs where the processors' logs go
 */
record LoadRun(
        ClusterAddress cluster,
        ProcessorChoice processors,
        Map<String, String> producerProperties,
        Usage usage,
        int partitions,
        Path logs) {
    private static final Duration UNTIL_START = Duration.ofSeconds(2);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int DRAIN_SECONDS = 15;

    /** Who watches a run: what to do each second, and when to give it up. */
    interface Spectator extends Consumer<Second> {
        /** Whether to end the run early after {@code second}. */
        boolean isHopeless(Second second);
    }

    /** Runs with {@code settings}; ends early, with what it has, when {@code isStopped}. */
    LoadResult run(
            LoadSettings settings, Tapes tapes, String topicPrefix, Spectator spectator, BooleanSupplier isStopped)
            throws InterruptedException {
        try (Registry registry = Registry.connect(cluster.schemaRegistry(), cluster.clientProperties());
                LoadTopics topics = LoadTopics.create(cluster, registry, topicPrefix, partitions);
                Processors started = Processors.start(processors, cluster, topicPrefix, logs)) {
            started.jvms().forEach(usage::add);
            try {
                return run(settings, tapes, topics, registry, started, spectator, isStopped);
            } finally {
                started.jvms().forEach(usage::remove);
            }
        }
    }

    private LoadResult run(
            LoadSettings settings,
            Tapes tapes,
            LoadTopics topics,
            Registry registry,
            Processors started,
            Spectator spectator,
            BooleanSupplier isStopped)
            throws InterruptedException {
        Ward ward = tapes.ward(settings.patients());
        long chunkNanos = ward.tape(0).chunkNanos();
        Schedule schedule =
                new Schedule(settings.patients(), chunkNanos, settings.rampRounds(), settings.chunksPerPatient());
        ReplayClock clock = ReplayClock.system();
        double residentBefore = started.residentBytes();
        long startNanos = clock.nanoTime() + UNTIL_START.toNanos();
        long startEpochMicros = clock.epochMicros() + UNTIL_START.toNanos() / 1000;
        try (Observer observer = new Observer(
                        cluster.clientProperties(),
                        topics.topics().beats(),
                        registry,
                        ward,
                        schedule,
                        clock,
                        startNanos);
                KafkaChunkSink sink = new KafkaChunkSink(allProducerProperties(), topics.topics(), registry)) {
            Generator generator = new Generator(ward, schedule, sink, clock, startNanos, startEpochMicros);
            Watch watch = new Watch(generator, observer, usage, schedule, startNanos);
            CompletableFuture<Void> observing = inThread(Usage.OBSERVER, observer);
            CompletableFuture<Void> sending = inThread(Usage.PRODUCER, generator);
            CompletableFuture<Void> frozen = freeze(settings, schedule, startNanos, started);
            attend(watch, observer, started, sending, observing, spectator, isStopped);
            generator.stop();
            failed(sending);
            failed(frozen);
            Map<String, Double> metrics = started.metrics();
            observer.stop();
            failed(observing);
            return new LoadResult(
                    settings,
                    tapes.described(),
                    chunkNanos / 1e6,
                    observer.latencies(),
                    watch.steadyLateness(),
                    watch.seconds(),
                    observer.ledger().totals(),
                    metrics,
                    residentBefore);
        }
    }

    private Map<String, String> allProducerProperties() {
        Map<String, String> properties = new HashMap<>(cluster.clientProperties());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, Usage.PRODUCER);
        properties.putAll(producerProperties);
        return properties;
    }

    /** Once a second until everything has come, or nothing more does. */
    private static void attend(
            Watch watch,
            Observer observer,
            Processors started,
            CompletableFuture<Void> sending,
            CompletableFuture<Void> observing,
            Spectator spectator,
            BooleanSupplier isStopped)
            throws InterruptedException {
        int quiet = 0;
        boolean isOver = false;
        while (!isOver && !isStopped.getAsBoolean()) {
            Thread.sleep(SECOND.toMillis());
            Second second = watch.look();
            spectator.accept(second);
            started.requireAlive();
            quiet = sending.isDone() && second.beats() == 0 ? quiet + 1 : 0;
            isOver = (sending.isDone() && observer.ledger().isComplete() && quiet > 0)
                    || quiet == DRAIN_SECONDS
                    || sending.isCompletedExceptionally()
                    || observing.isDone()
                    || spectator.isHopeless(second);
        }
    }

    private static CompletableFuture<Void> freeze(
            LoadSettings settings, Schedule schedule, long startNanos, Processors started) {
        if (settings.freeze().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        long pid = started.jvms().get(0).pid();
        long middle = startNanos + (schedule.steadyFromNanos() + schedule.steadyToNanos()) / 2;
        return inThread("load-freeze", () -> {
            Thread.sleep(Math.max(0, (middle - System.nanoTime()) / 1_000_000));
            Freeze.process(pid, settings.freeze().get());
            return null;
        });
    }

    private static CompletableFuture<Void> inThread(String name, Callable<Void> work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private static void failed(CompletableFuture<Void> part) {
        try {
            part.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CommandFailed("the load test has failed: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
