package org.rwave.processor;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.processor.alarmsettings.AlarmSettingsWatch;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.serde.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream processor as a whole: checks everything that can be checked before the start, runs the topology, serves
 * metrics and health, and ends visibly when anything unforeseen happens. Close it to leave the group at once, so that
 * other instances take over without waiting for a timeout.
 */
public final class StreamProcessor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamProcessor.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Deque<Runnable> closings = new ArrayDeque<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final KafkaStreams streams;
    private final OptionalInt metricsPort;
    private final Optional<AlarmSettingsWatch> watch;

    private StreamProcessor(
            ProcessorSettings settings, KafkaConnection kafka, Supplier<TaskClassifier> classifiers, Runnable release) {
        closings.push(release);
        try {
            TopicCheck.require(settings, kafka);
            Registry registry = Registry.connect(kafka.schemaRegistry(), kafka.clientProperties());
            closings.push(registry::close);
            PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            closings.push(meters::close);
            watch = settings.alarmSettings().map(file -> new AlarmSettingsWatch(file, meters).start());
            watch.ifPresent(running -> closings.push(running::close));
            Supplier<WardAlarmSettings> alarms =
                    watch.<Supplier<WardAlarmSettings>>map(running -> running).orElse(WardAlarmSettings::defaults);
            Topology topology = MonitorTopology.build(settings, registry, alarms, classifiers, meters);
            LOG.info("settings {}; Kafka {}", settings.toMap(), kafka);

            streams = new KafkaStreams(topology, StreamsProperties.of(settings, kafka));
            closings.push(this::closeStreams);
            streams.setUncaughtExceptionHandler(this::failed);
            streams.setStateListener(this::stateChanged);
            KafkaStreamsMetrics kafkaMetrics = new KafkaStreamsMetrics(streams);
            closings.push(kafkaMetrics::close);
            kafkaMetrics.bindTo(meters);
            metricsPort = serveHealth(settings, meters);
            streams.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a processor, after {@link WarmUp}; returns as soon as its threads run.
     *
     * @throws org.rwave.models.ModelException when the model cannot be used, for instance was made for another
     *     preprocessing
     * @throws ProcessorException when Kafka does not answer, a topic is missing or the metrics port is taken
     * @throws org.rwave.schemas.serde.RegistryException when the registry refuses a schema
     * @throws org.rwave.schemas.serde.RegistryUnreachableException when it does not answer
     */
    public static StreamProcessor start(ProcessorSettings settings, KafkaConnection kafka) {
        BeatModel model = settings.model().map(BeatModel::load).orElseGet(BeatModel::standard);
        LOG.info("model {} from {}", model.hash(), model.source());
        try (OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            WarmUp.play(classifier, settings.warmUp());
        }
        return new StreamProcessor(settings, kafka, classifiersOver(model), model::close);
    }

    /** Starts a processor with classifiers of the caller's making, for tests and measurements. Otherwise as above. */
    public static StreamProcessor start(
            ProcessorSettings settings, KafkaConnection kafka, Supplier<TaskClassifier> classifiers) {
        return new StreamProcessor(settings, kafka, classifiers, () -> {});
    }

    private static Supplier<TaskClassifier> classifiersOver(BeatModel model) {
        return () -> {
            OnnxBeatClassifier classifier = new OnnxBeatClassifier(model);
            return new TaskClassifier(classifier, classifier::close);
        };
    }

    private OptionalInt serveHealth(ProcessorSettings settings, PrometheusMeterRegistry meters) {
        if (settings.metricsPort().isEmpty()) {
            return OptionalInt.empty();
        }
        HealthServer health =
                HealthServer.start(settings.metricsPort().getAsInt(), meters, streams::state, this::remark);
        closings.push(health::close);
        LOG.info("metrics and health on port {}", health.port());
        return OptionalInt.of(health.port());
    }

    /** What an operator should know although records are being processed; empty when there is nothing. */
    private String remark() {
        return watch.flatMap(AlarmSettingsWatch::problem)
                .map(problem -> "alarm settings: the file cannot be used, those before stay in force: " + problem)
                .orElse("");
    }

    /** A bug, or Kafka out of reach for longer than the clients' patience: this instance ends, and says why. */
    private StreamThreadExceptionResponse failed(Throwable failure) {
        LOG.error("a stream thread has failed; this instance stops", failure);
        ended.completeExceptionally(failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void stateChanged(State now, State before) {
        LOG.info("{} (was {})", now, before);
        if (now == State.ERROR) {
            ended.completeExceptionally(new ProcessorException("the stream processor has failed; see the log", null));
        } else if (now == State.NOT_RUNNING) {
            ended.complete(null);
        }
    }

    /** Completes when the processor has been closed, exceptionally when it has failed. */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Where metrics and health are served. */
    public OptionalInt metricsPort() {
        return metricsPort;
    }

    /** Processes what it has, commits, leaves the group and ends; takes at most some five seconds. */
    @Override
    public void close() {
        while (!closings.isEmpty()) {
            closings.pop().run();
        }
        ended.complete(null);
    }

    private void closeStreams() {
        boolean inTime = streams.close(CloseOptions.timeout(CLOSE_PATIENCE)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!inTime) {
            LOG.warn("did not end within {} s", CLOSE_PATIENCE.toSeconds());
        }
    }
}
