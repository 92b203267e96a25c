package org.rwave.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/**
 * One heartbeat, in eight steps (docs/architecture.md): the chunk that step 1 published is read here, step 2 decodes it and puts it in
 * order, steps 3 to 7 are the patient's monitor in {@code ecg}, and step 8 lets beats, vital signs and alarms out.
 *
 * <p>The key is the patient throughout and nothing is repartitioned, so all of a patient's data passes through one task.
 */
public final class MonitorTopology {
    static final String WAVEFORM = "1-waveform";
    static final String REFERENCE = "1-reference";
    static final String COMMANDS = "1-alert-commands";
    static final String MONITOR = "2-to-7-monitor";
    static final String REJECTS = "2-rejects";
    static final String BEATS = "8-beats";
    static final String VITALS = "8-vitals";
    static final String ALERTS = "8-alerts";

    /** Patients' snapshots, with a changelog. */
    static final String PATIENT_STORE = "patient-monitors";

    /** Keeps nothing; see {@link CommitHookStore}. */
    static final String COMMIT_HOOK_STORE = "commit-hook";

    private MonitorTopology() {}

    /**
     * The topology. Registers the schemas of what it publishes.
     *
     * @param alarms the alarm settings now in force
     * @param classifiers makes one classifier for each task
     * @param meters where counts and times go
     */
    public static Topology build(
            ProcessorSettings settings,
            Registry registry,
            Supplier<WardAlarmSettings> alarms,
            Supplier<TaskClassifier> classifiers,
            MeterRegistry meters) {
        Topics topics = settings.topics();
        MonitorParts parts = new MonitorParts(
                settings,
                topics,
                new InputDecoder(
                        topics.waveform().deserializer(registry),
                        topics.reference().deserializer(registry),
                        topics.alertCommands().deserializer(registry)),
                new FactFormats(topics, registry),
                new ProcessorMetrics(meters),
                new CommitHooks(),
                alarms,
                classifiers);
        return wire(parts);
    }

    private static Topology wire(MonitorParts parts) {
        Topics topics = parts.topics();
        Topology topology = new Topology();
        List<String> sources = new ArrayList<>(List.of(WAVEFORM, COMMANDS));
        addSource(topology, WAVEFORM, topics.waveform().name());
        addSource(topology, COMMANDS, topics.alertCommands().name());
        if (parts.settings().isReferenceMode()) {
            sources.add(REFERENCE);
            addSource(topology, REFERENCE, topics.reference().name());
        }
        topology.addProcessor(MONITOR, () -> new MonitorProcessor(parts), sources.toArray(String[]::new));
        topology.addStateStore(
                Stores.keyValueStoreBuilder(InPlaceStore.supplier(PATIENT_STORE), Serdes.String(), Serdes.ByteArray())
                        .withCachingDisabled(),
                MONITOR);
        topology.addStateStore(CommitHookStore.builder(COMMIT_HOOK_STORE, parts.hooks()), MONITOR);
        addSink(topology, BEATS, topics.beats().name());
        addSink(topology, VITALS, topics.vitals().name());
        addSink(topology, ALERTS, topics.alerts().name());
        addSink(topology, REJECTS, topics.rejects());
        return topology;
    }

    /** Bytes in: what cannot be decoded must reach the rejects topic as it was. */
    private static void addSource(Topology topology, String node, String topic) {
        topology.addSource(node, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic);
    }

    private static void addSink(Topology topology, String node, String topic) {
        topology.addSink(node, topic, new ByteArraySerializer(), new ByteArraySerializer(), MONITOR);
    }
}
