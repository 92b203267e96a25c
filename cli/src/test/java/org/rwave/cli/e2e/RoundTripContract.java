package org.rwave.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.InputOffsets;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.serde.RegistryException;
import org.rwave.schemas.topic.Topic;
import org.rwave.schemas.topic.Topics;

/** Records through a real broker and a real registry; each environment runs it. */
abstract class RoundTripContract {
    private static final String PATIENT = "p-100";
    private static final FeedId FEED = new FeedId(PATIENT, "mitdb/100");

    private final Topics topics = Topics.withPrefix("round-trip.");
    private Registry registry;

    abstract KafkaEnvironment environment();

    @BeforeEach
    void prepare() {
        registry = Registry.connect(environment().registryUrl(), Map.of());
        topics.register(registry);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", environment().bootstrapServers()))) {
            TopicSetup.create(admin, topics, 1);
            TopicSetup.create(admin, topics, 1); // a second time changes nothing
        }
    }

    @AfterEach
    void disconnect() {
        registry.close();
    }

    @Test
    void chunks_arrive_in_order_and_bit_for_bit() throws Exception {
        List<FeedChunk> sent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sent.add(chunk(90L * i));
        }
        Topic<FeedChunk> topic = topics.waveform();
        long from = end(topic.name());

        try (var producer = producer(topic)) {
            for (FeedChunk chunk : sent) {
                send(producer, new ProducerRecord<>(topic.name(), null, chunk.recordTimestamp(), PATIENT, chunk));
            }
        }

        List<ConsumerRecord<String, FeedChunk>> received =
                consume(topic.name(), from, sent.size(), topic.deserializer(registry));
        assertThat(received).extracting(ConsumerRecord::value).containsExactlyElementsOf(sent);
        assertThat(received).extracting(ConsumerRecord::key).containsOnly(PATIENT);
        assertThat(received.get(0).timestamp()).isEqualTo(sent.get(0).recordTimestamp());
    }

    @Test
    void a_stranger_reads_an_alert_with_nothing_but_the_registrys_address() throws Exception {
        Topic<Alert> topic = topics.alerts();
        Alert alert = AlertMapping.toAvro(
                FEED, asystole(), Optional.of(new InputOffsets("ecg.waveform.v1", 3, 100, 117)), "model-abc");
        long from = end(topic.name());
        try (var producer = producer(topic)) {
            send(producer, new ProducerRecord<>(topic.name(), PATIENT, alert));
        }

        byte[] value = consume(topic.name(), from, 1, new ByteArrayDeserializer())
                .get(0)
                .value();
        GenericRecord read = asKcatReads(value);

        assertThat(read.get("alertId")).hasToString("p-100/mitdb%2F100/ASYSTOLE/1000");
        assertThat(read.get("kind")).hasToString("ASYSTOLE");
        assertThat(read.get("priority")).hasToString("HIGH");
        assertThat(read.get("onsetTime")).isEqualTo(1_700_000_000_000_001L);
        assertThat(((GenericRecord) read.get("input")).get("lastOffset")).isEqualTo(117L);
        assertThat(read.getSchema().getDoc()).contains("NOT A MEDICAL DEVICE");
    }

    @Test
    void the_registry_refuses_an_alert_schema_that_old_readers_could_not_read() {
        Schema broken = SchemaBuilder.record("Alert")
                .namespace("org.rwave.schemas.avro")
                .fields()
                .requiredString("alertId")
                .requiredString("somethingNew")
                .endRecord();

        assertThatThrownBy(() -> registry.register(topics.alerts().subject(), broken))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("refuses schema Alert for round-trip.ecg.alerts.v1-value")
                .hasMessageContaining("incompatible");
    }

    /** One GET for the schema, then plain Avro: no code of ours. */
    private GenericRecord asKcatReads(byte[] value) throws IOException, InterruptedException {
        ByteBuffer framed = ByteBuffer.wrap(value);
        assertThat(framed.get()).isZero();
        URI address = URI.create(environment().registryUrl() + "/schemas/ids/" + framed.getInt());
        String json = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
        Schema writer = new Schema.Parser()
                .parse(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(json)
                        .get("schema")
                        .asText());
        var decoder = DecoderFactory.get().binaryDecoder(value, framed.position(), framed.remaining(), null);
        GenericRecord read = new GenericDatumReader<GenericRecord>(writer).read(null, decoder);
        assertThat(decoder.isEnd()).isTrue();
        return read;
    }

    private <T> KafkaProducer<String, T> producer(Topic<T> topic) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", environment().bootstrapServers(), "compression.type", "zstd"),
                new StringSerializer(),
                topic.serializer(registry));
    }

    private static <T> void send(KafkaProducer<String, T> producer, ProducerRecord<String, T> record) {
        var unused = producer.send(record); // what fails is missing at the other end
    }

    private long end(String topic) {
        try (var consumer = consumer(new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    private <T> List<ConsumerRecord<String, T>> consume(String topic, long from, int count, Deserializer<T> values) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<ConsumerRecord<String, T>> records = new ArrayList<>();
        try (var consumer = consumer(values)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            while (consumer.endOffsets(List.of(partition)).get(partition) > consumer.position(partition)) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        assertThat(records).hasSize(count);
        return records;
    }

    private <T> KafkaConsumer<String, T> consumer(Deserializer<T> values) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", environment().bootstrapServers()), new StringDeserializer(), values);
    }

    private static FeedChunk chunk(long firstSampleIndex) {
        short[] raw = new short[180];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (short) (firstSampleIndex + 31L * i);
        }
        SamplingRate rate = new SamplingRate(360);
        List<Lead> leads = List.of(new Lead("MLII", "MDC_ECG_LEAD_II", 5, 1024), new Lead("V5", "", 5, 1024));
        long start = 1_700_000_000_000_000L + rate.microsAt(firstSampleIndex);
        return new FeedChunk(FEED, WaveformChunk.ofRaw(firstSampleIndex, start, rate, leads, raw));
    }

    private static AlarmEvent asystole() {
        return new AlarmEvent(
                AlarmKind.ASYSTOLE,
                AlarmPriority.HIGH,
                AlarmPhase.START,
                1000,
                1_700_000_000_000_001L,
                2440,
                1_700_000_004_000_001L,
                "Asystole: no beat for 4.0 s",
                List.of(100L, 1000L),
                "asystole-1");
    }
}
