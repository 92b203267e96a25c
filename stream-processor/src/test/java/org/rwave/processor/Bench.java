package org.rwave.processor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.rhythm.VitalSigns;
import org.rwave.ecg.snapshot.SnapshotWriter;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.feed.AlertCommandMapping;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.BeatMapping;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;
import org.rwave.schemas.feed.VitalsMapping;
import org.rwave.schemas.serde.RecordSerializer;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** The topology on a bench: Kafka Streams' test driver, a registry in this JVM, a classifier without a model. */
final class Bench implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Topics topics = Topics.standard();
    private final Registry registry = Registry.connect("mock://bench-" + COUNT.incrementAndGet(), Map.of());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicReference<WardAlarmSettings> ward;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> waveform;
    private final RecordSerializer<FeedChunk> chunks = topics.waveform().serializer(registry);
    private final RecordSerializer<AlertCommand> commands =
            topics.alertCommands().serializer(registry);
    private final TestOutputTopic<String, Beat> beats;
    private final TestOutputTopic<String, Vitals> vitals;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<byte[], byte[]> rejects;
    private final List<Beat> allBeats = new ArrayList<>();
    private final List<Vitals> allVitals = new ArrayList<>();
    private final List<TestRecord<String, Alert>> allAlerts = new ArrayList<>();

    Bench(String... settings) {
        this(new PrintClassifier("print"), settings);
    }

    Bench(PrintClassifier classifier, String... settings) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        ProcessorSettings read = ProcessorSettings.of(values);
        ward = new AtomicReference<>(read.readAlarmSettings());
        driver = new TopologyTestDriver(
                MonitorTopology.build(read, registry, ward::get, () -> TaskClassifier.of(classifier), meters),
                driverConfig(),
                Instant.ofEpochMilli(Feed.START_MICROS / 1000));
        waveform = input(topics.waveform().name());
        beats = output(topics.beats().name(), topics.beats().deserializer(registry));
        vitals = output(topics.vitals().name(), topics.vitals().deserializer(registry));
        alerts = output(topics.alerts().name(), topics.alerts().deserializer(registry));
        rejects = driver.createOutputTopic(topics.rejects(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Topology topology(ProcessorSettings settings) {
        return MonitorTopology.build(
                settings,
                Registry.connect("mock://describe", Map.of()),
                WardAlarmSettings::defaults,
                () -> TaskClassifier.of(new PrintClassifier("print")),
                new SimpleMeterRegistry());
    }

    private static Properties driverConfig() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        return config;
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private <V> TestOutputTopic<String, V> output(String topic, Deserializer<V> values) {
        return driver.createOutputTopic(topic, new StringDeserializer(), values);
    }

    Bench send(Feed feed, int chunkLength) {
        feed.chunks(chunkLength).forEach(this::send);
        return this;
    }

    void send(FeedChunk chunk) {
        sendBytes(chunk.feed().patientId(), bytes(chunk), chunk.recordTimestamp());
    }

    byte[] bytes(FeedChunk chunk) {
        return chunks.serialize(topics.waveform().name(), chunk);
    }

    void sendBytes(String key, byte[] value, long timestampMillis) {
        waveform.pipeInput(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, timestampMillis);
    }

    void sendReference(ReferenceSpan span) {
        byte[] value = topics.reference()
                .serializer(registry)
                .serialize(topics.reference().name(), span.toAvro());
        input(topics.reference().name())
                .pipeInput(span.feed().patientId().getBytes(StandardCharsets.UTF_8), value, Feed.START_MICROS / 1000);
    }

    /** Gives a command about {@code patientId}. */
    void send(String patientId, AlarmCommand command) {
        sendCommandBytes(
                patientId,
                commands.serialize(topics.alertCommands().name(), AlertCommandMapping.toAvro(patientId, command)));
    }

    void sendCommandBytes(String key, byte[] value) {
        input(topics.alertCommands().name())
                .pipeInput(key.getBytes(StandardCharsets.UTF_8), value, Feed.START_MICROS / 1000);
    }

    /** From now on these are in force. */
    void alarmSettings(WardAlarmSettings changed) {
        ward.set(changed);
    }

    void wallClockAdvances(Duration by) {
        driver.advanceWallClockTime(by);
    }

    /** Everything published so far for {@code patientId}. */
    Facts facts(String patientId) {
        collect();
        List<ClassifiedBeat> b = allBeats.stream()
                .filter(beat -> beat.getPatientId().equals(patientId))
                .map(BeatMapping::fromAvro)
                .toList();
        List<VitalSigns> v = allVitals.stream()
                .filter(state -> state.getPatientId().equals(patientId))
                .map(VitalsMapping::fromAvro)
                .toList();
        List<AlarmEvent> a =
                alerts(patientId).stream().map(AlertMapping::fromAvro).toList();
        return new Facts(b, v, a);
    }

    List<Beat> beats() {
        collect();
        return allBeats;
    }

    List<Alert> alerts(String patientId) {
        collect();
        return allAlerts.stream()
                .filter(record -> record.key().equals(patientId))
                .map(TestRecord::value)
                .toList();
    }

    List<TestRecord<String, Alert>> alertRecords() {
        collect();
        return allAlerts;
    }

    private void collect() {
        allBeats.addAll(beats.readValuesToList());
        allVitals.addAll(vitals.readValuesToList());
        allAlerts.addAll(alerts.readRecordsToList());
    }

    List<TestRecord<byte[], byte[]>> rejects() {
        return rejects.readRecordsToList();
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    double chunks(String arrival) {
        return meters.get("rwave.chunks").tag("arrival", arrival).counter().count();
    }

    double rejected(String reason) {
        Counter counter = meters.find("rwave.rejects").tag("reason", reason).counter();
        return counter == null ? 0 : counter.count();
    }

    double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    /** How long the beats so far took, in the given part of their way. */
    Timer beatDelay(String part) {
        return meters.get("rwave.beat.delay").tag("part", part).timer();
    }

    /**
     * Takes over the store of {@code crashed}, as a restored changelog would bring it. This bench counts offsets from 0
     * again, so what {@code crashed} had at the given offsets is here at 0.
     */
    void resumeFrom(Bench crashed, long firstWaveformOffset, long firstReferenceOffset) {
        try (var all = crashed.snapshots().all()) {
            all.forEachRemaining(entry -> {
                if (HeldCommands.isHeld(entry.key)) {
                    snapshots().put(entry.key, entry.value);
                    return;
                }
                StoredSnapshot old = StoredSnapshot.of(entry.value);
                InputPosition shifted = new InputPosition(
                        old.position().waveformOffset() - firstWaveformOffset,
                        old.position().referenceOffset() - firstReferenceOffset);
                byte[] same =
                        StoredSnapshot.toBytes(new SnapshotWriter(), old.isEarly(), old.sequence(), shifted, out -> {
                            for (byte value : old.state()) {
                                out.putByte(value);
                            }
                        });
                snapshots().put(entry.key, same);
            });
        }
    }

    KeyValueStore<String, byte[]> snapshots() {
        return driver.getKeyValueStore(MonitorTopology.PATIENT_STORE);
    }

    @Override
    public void close() {
        driver.close();
    }
}
