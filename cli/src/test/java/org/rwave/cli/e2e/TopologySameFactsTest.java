package org.rwave.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.IntSupplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.RecordingChunks;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.processor.MonitorTopology;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.TaskClassifier;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.BeatMapping;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.VitalsMapping;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;

/** The topology with the real model states what the monitor states, whatever the chunks. */
class TopologySameFactsTest {
    private static final long START_MICROS = 1_700_000_000_000_000L;
    private static final FeedId FEED = new FeedId("p", "mitdb");

    private final Topics topics = Topics.standard();

    @ParameterizedTest(name = "record {0}")
    @ValueSource(strings = {"100", "119", "207", "208", "222", "232"})
    void for_every_chunk_length(String name) throws Exception {
        Path record = TestData.folder("mitdb").resolve(name);
        Facts expected = OfflineMonitor.facts(record, START_MICROS);
        Random random = new Random(Long.parseLong(name));

        assertThat(expected.beats()).hasSizeGreaterThan(1_500);
        assertThat(throughTopology(record, () -> 36)).as("100 ms").isEqualTo(expected);
        assertThat(throughTopology(record, () -> 90)).as("250 ms").isEqualTo(expected);
        assertThat(throughTopology(record, () -> 360)).as("1 s").isEqualTo(expected);
        assertThat(throughTopology(record, () -> 1 + random.nextInt(700)))
                .as("random")
                .isEqualTo(expected);
    }

    private Facts throughTopology(Path record, IntSupplier chunkLength) throws Exception {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "same-facts");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        try (BeatModel model = BeatModel.standard();
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model);
                Registry registry = Registry.connect("mock://same-facts", Map.of());
                TopologyTestDriver driver = new TopologyTestDriver(
                        MonitorTopology.build(
                                ProcessorSettings.defaults(),
                                registry,
                                WardAlarmSettings::defaults,
                                () -> TaskClassifier.of(classifier),
                                new SimpleMeterRegistry()),
                        config,
                        Instant.ofEpochMilli(START_MICROS / 1000))) {
            send(record, chunkLength, driver, registry);
            return facts(driver, registry);
        }
    }

    private void send(Path record, IntSupplier chunkLength, TopologyTestDriver driver, Registry registry)
            throws Exception {
        String topic = topics.waveform().name();
        var serializer = topics.waveform().serializer(registry);
        TestInputTopic<String, byte[]> input =
                driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
        try (Recording recording = Recordings.openEcg(record)) {
            WaveformChunk whole = new RecordingChunks(recording, 1_000_000, START_MICROS)
                    .next()
                    .orElseThrow();
            int frame = 2 * whole.leads().size();
            for (int at = 0; at < whole.sampleCount(); ) {
                int length = Math.min(chunkLength.getAsInt(), whole.sampleCount() - at);
                FeedChunk chunk = new FeedChunk(
                        FEED,
                        WaveformChunk.of(
                                at,
                                START_MICROS + whole.rate().microsAt(at),
                                whole.rate(),
                                whole.leads(),
                                whole.samples().slice(at * frame, length * frame)));
                input.pipeInput(FEED.patientId(), serializer.serialize(topic, chunk), chunk.recordTimestamp());
                at += length;
            }
        }
        input.pipeInput(FEED.patientId(), null, START_MICROS / 1000 + 1_900_000);
    }

    private Facts facts(TopologyTestDriver driver, Registry registry) {
        OfflineMonitor.Gathered gathered = new OfflineMonitor.Gathered();
        driver.createOutputTopic(
                        topics.beats().name(),
                        new StringDeserializer(),
                        topics.beats().deserializer(registry))
                .readValuesToList()
                .forEach(beat -> gathered.add(BeatMapping.fromAvro(beat)));
        driver.createOutputTopic(
                        topics.vitals().name(),
                        new StringDeserializer(),
                        topics.vitals().deserializer(registry))
                .readValuesToList()
                .forEach(vitals -> gathered.add(VitalsMapping.fromAvro(vitals)));
        driver.createOutputTopic(
                        topics.alerts().name(),
                        new StringDeserializer(),
                        topics.alerts().deserializer(registry))
                .readValuesToList()
                .forEach(alert -> gathered.add(AlertMapping.fromAvro(alert)));
        return gathered.facts();
    }
}
