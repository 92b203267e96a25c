package org.rwave.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.schemas.Samples;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertAction;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.WaveformChunk;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.BeatMapping;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.InputOffsets;
import org.rwave.schemas.feed.VitalsMapping;
import org.rwave.schemas.feed.WaveformMapping;
import org.rwave.schemas.topic.Topic;
import org.rwave.schemas.topic.Topics;

class RecordSerdeTest {
    private static final Topics TOPICS = Topics.standard();
    private static final Alert ALERT =
            AlertMapping.toAvro(Samples.FEED, Samples.alarm(), Optional.empty(), "model-abc");

    private final Registry registry = Registry.connect("mock://record-serde", Map.of());

    private <T> T roundTrip(Topic<T> topic, T value) {
        byte[] framed = topic.serializer(registry).serialize(topic.name(), value);
        return topic.deserializer(registry).deserialize(topic.name(), framed);
    }

    @Test
    void every_record_comes_back_as_it_was() {
        AlertCommand command = new AlertCommand(
                "c1",
                ALERT.getAlertId(),
                "p",
                "s",
                AlertAction.SILENCE,
                "station 4",
                ALERT.getOnsetTime(),
                "",
                60_000L);
        var beat = BeatMapping.toAvro(Samples.FEED, Samples.beat());
        var vitals = VitalsMapping.toAvro(Samples.FEED, Samples.vitals());

        assertThat(roundTrip(TOPICS.waveform(), Samples.chunk(5, 5))).isEqualTo(Samples.chunk(5, 5));
        assertThat(roundTrip(TOPICS.reference(), Samples.reference().toAvro()))
                .isEqualTo(Samples.reference().toAvro());
        assertThat(roundTrip(TOPICS.beats(), beat)).isEqualTo(beat);
        assertThat(roundTrip(TOPICS.vitals(), vitals)).isEqualTo(vitals);
        assertThat(roundTrip(TOPICS.alerts(), ALERT)).isEqualTo(ALERT);
        assertThat(roundTrip(TOPICS.alertCommands(), command)).isEqualTo(command);
        assertThat(roundTrip(TOPICS.beats(), null)).isNull();
    }

    /** Avro's equality takes a generic record for a generated one; the mapping does not. */
    @Test
    void every_part_of_an_alert_comes_back_as_the_class_that_was_generated_for_it() {
        Alert alert = AlertMapping.toAvro(
                Samples.FEED, Samples.alarm(), Optional.of(new InputOffsets("t", 1, 2, 3)), "model-abc");

        Alert back = roundTrip(TOPICS.alerts(), alert);

        assertThat(AlertMapping.fromAvro(back)).isEqualTo(Samples.alarm());
        assertThat(back.getInput().getLastOffset()).isEqualTo(3);
    }

    @Test
    void the_schema_is_registered_when_the_serializer_is_made() {
        Registry other = Registry.connect("mock://at-start", Map.of());
        TOPICS.beats().serializer(other);

        assertThat(other.schema(1)).isEqualTo(TOPICS.beats().format().schema());
    }

    @Test
    void a_record_starts_with_zero_and_the_schema_id_big_endian() {
        int id = registry.register(
                "ecg.alerts.v1-value", TOPICS.alerts().format().schema());

        byte[] framed = TOPICS.alerts().serializer(registry).serialize("ecg.alerts.v1", ALERT);

        assertThat(framed[0]).isZero();
        assertThat(ByteBuffer.wrap(framed, 1, 4).getInt()).isEqualTo(id);
    }

    @Test
    void text_and_short_values_are_told_from_avro() {
        var reader = TOPICS.waveform().deserializer(registry);

        for (byte[] value : List.of(
                new byte[0],
                new byte[] {0, 0, 0, 0, 1},
                "{\"a\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> reader.deserialize("t", value))
                    .isInstanceOf(UnreadableRecordException.NotFramed.class)
                    .hasMessageStartingWith("not Avro with a schema id: ");
        }
    }

    @Test
    void an_unknown_schema_id_is_named() {
        var reader = TOPICS.waveform().deserializer(registry);

        assertThatThrownBy(() -> reader.deserialize("t", new byte[] {0, 0, 1, 0, 0, 7, 7}))
                .isInstanceOf(UnreadableRecordException.UnknownSchema.class)
                .hasMessage("schema id 65536 is not known to the registry at mock://record-serde");
    }

    @Test
    void a_record_of_another_kind_is_named() {
        byte[] alert = TOPICS.alerts().serializer(registry).serialize("t", ALERT);
        var reader = TOPICS.waveform().deserializer(registry);

        assertThatThrownBy(() -> reader.deserialize("t", alert))
                .isInstanceOf(UnreadableRecordException.WrongSchema.class)
                .hasMessageEndingWith("(org.rwave.schemas.avro.Alert) cannot be read as WaveformChunk");
    }

    @Test
    void a_registry_that_is_down_is_not_blamed_on_the_record() {
        Registry down = Registry.connect("http://127.0.0.1:1", Map.of("http.connect.timeout.ms", "500"));
        var reader = TOPICS.waveform().deserializer(down);

        assertThatThrownBy(() -> reader.deserialize("t", new byte[] {0, 0, 0, 0, 1, 7}))
                .isInstanceOf(RegistryUnreachableException.class)
                .isNotInstanceOf(UnreadableRecordException.class)
                .hasMessageStartingWith("no answer from the schema registry at http://127.0.0.1:1 (Connection refused");
        assertThatThrownBy(() -> TOPICS.beats().serializer(down)).isInstanceOf(RegistryUnreachableException.class);
    }

    @Test
    void a_chunk_that_breaks_a_rule_is_invalid_whichever_way_it_is_read() throws IOException {
        WaveformChunk chunk = WaveformMapping.toAvro(Samples.chunk(0, 1));
        chunk.getLeads().get(1).setMicrovoltsPerUnit(Double.NaN);
        Schema present = TOPICS.waveform().format().schema();

        for (Schema writer : List.of(present, withExtraField(present))) {
            byte[] framed = frame(writer, chunk);
            assertThatThrownBy(() -> TOPICS.waveform().deserializer(registry).deserialize("t", framed))
                    .isInstanceOf(UnreadableRecordException.Invalid.class)
                    .hasMessageContaining("lead V5: microvoltsPerUnit must be finite and not zero, was NaN");
        }
    }

    @Test
    void a_chunk_from_a_later_schema_is_read() throws IOException {
        FeedChunk chunk = Samples.chunk(4, 4);
        Schema later = withExtraField(TOPICS.waveform().format().schema());

        byte[] framed = frame(later, WaveformMapping.toAvro(chunk));

        assertThat(TOPICS.waveform().deserializer(registry).deserialize("t", framed))
                .isEqualTo(chunk);
    }

    @Test
    void a_beat_from_an_earlier_schema_is_read_with_the_defaults() throws IOException {
        Beat beat = BeatMapping.toAvro(Samples.FEED, Samples.beat());
        Schema earlier = withoutField(TOPICS.beats().format().schema(), "rrMicros");

        Beat read = TOPICS.beats().deserializer(registry).deserialize("t", frame(earlier, beat));

        beat.setRrMicros(null);
        assertThat(read).isEqualTo(beat);
    }

    @Test
    void the_schema_of_every_record_counts_not_that_of_the_first() throws IOException {
        var reader = TOPICS.waveform().deserializer(registry);
        FeedChunk chunk = Samples.chunk(4, 4);
        byte[] present = TOPICS.waveform().serializer(registry).serialize("t", chunk);
        byte[] later = frame(withExtraField(TOPICS.waveform().format().schema()), WaveformMapping.toAvro(chunk));

        for (byte[] framed : List.of(present, later, present, later)) {
            assertThat(reader.deserialize("t", framed)).isEqualTo(chunk);
        }
    }

    @Test
    void a_record_cut_anywhere_is_malformed() {
        byte[] chunk = TOPICS.waveform().serializer(registry).serialize("t", Samples.chunk(0, 1));
        byte[] alert = TOPICS.alerts().serializer(registry).serialize("t", ALERT);

        assertMalformedWhenCut(TOPICS.waveform().deserializer(registry), chunk);
        assertMalformedWhenCut(TOPICS.alerts().deserializer(registry), alert);
    }

    private static void assertMalformedWhenCut(RecordDeserializer<?> reader, byte[] framed) {
        for (int length = Framing.LENGTH + 1; length < framed.length; length++) {
            byte[] cut = Arrays.copyOf(framed, length);
            assertThatThrownBy(() -> reader.deserialize("t", cut))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(UnreadableRecordException.Malformed.class);
        }
        byte[] longer = Arrays.copyOf(framed, framed.length + 1);
        assertThatThrownBy(() -> reader.deserialize("t", longer)).hasMessageContaining("left over");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void corrupt_bytes_give_a_record_or_a_reason_and_never_exhaust_memory(long seed) {
        Random random = new Random(seed);
        byte[] chunk = TOPICS.waveform().serializer(registry).serialize("t", Samples.chunk(0, 1));
        byte[] alert = TOPICS.alerts().serializer(registry).serialize("t", ALERT);
        var chunks = TOPICS.waveform().deserializer(registry);
        var alerts = TOPICS.alerts().deserializer(registry);
        int unreadable = 0;

        for (int i = 0; i < 20_000; i++) {
            unreadable += isUnreadable(chunks, spoiled(chunk, random)) ? 1 : 0;
            unreadable += isUnreadable(alerts, spoiled(alert, random)) ? 1 : 0;
        }

        assertThat(unreadable).isPositive();
    }

    private static boolean isUnreadable(RecordDeserializer<?> reader, byte[] framed) {
        try {
            reader.deserialize("t", framed);
            return false;
        } catch (UnreadableRecordException e) {
            assertThat(e.reason()).isIn("malformed", "invalid");
            assertThat(e.getMessage()).doesNotContain("\n");
            return true;
        }
    }

    private static byte[] spoiled(byte[] framed, Random random) {
        byte[] spoiled = framed.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            spoiled[Framing.LENGTH + random.nextInt(spoiled.length - Framing.LENGTH)] = (byte) random.nextInt();
        }
        return spoiled;
    }

    private byte[] frame(Schema writer, org.apache.avro.specific.SpecificRecord value) throws IOException {
        GenericData.Record record = new GenericData.Record(writer);
        for (Schema.Field field : writer.getFields()) {
            Schema.Field own = value.getSchema().getField(field.name());
            record.put(field.pos(), own == null ? "later" : value.get(own.pos()));
        }
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new org.apache.avro.data.TimeConversions.TimestampMicrosConversion());
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[Framing.LENGTH]);
        new GenericDatumWriter<>(writer, model)
                .write(record, EncoderFactory.get().directBinaryEncoder(bytes, null));
        byte[] framed = bytes.toByteArray();
        Framing.write(framed, registry.register("other-" + writer.hashCode(), writer));
        return framed;
    }

    private static Schema withExtraField(Schema schema) {
        var fields = new java.util.ArrayList<Schema.Field>();
        fields.add(new Schema.Field("extra", Schema.create(Schema.Type.STRING), "", "none"));
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        return Schema.createRecord(schema.getName(), "", schema.getNamespace(), false, fields);
    }

    private static Schema withoutField(Schema schema, String name) {
        var fields = schema.getFields().stream()
                .filter(field -> !field.name().equals(name))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), "", schema.getNamespace(), false, fields);
    }
}
