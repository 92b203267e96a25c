package org.rwave.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.Samples;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.FeedId;
import org.rwave.schemas.feed.WaveformMapping;
import org.rwave.schemas.topic.Topic;
import org.rwave.schemas.topic.Topics;

class WaveformCodecTest {
    private final Registry registry = Registry.connect("mock://waveform-codec", Map.of());
    private final Topic<FeedChunk> topic = Topics.standard().waveform();
    private final RecordSerializer<FeedChunk> serializer = topic.serializer(registry);
    private final RecordDeserializer<FeedChunk> deserializer = topic.deserializer(registry);

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @ParameterizedTest(name = "first sample {0}")
    @ValueSource(longs = {0, 1, 63, 64, 8191, 8192, 1L << 34, FeedChunk.MAX_SAMPLE_INDEX})
    void reads_back_what_it_wrote(long firstSampleIndex) {
        FeedChunk written = Samples.chunk(firstSampleIndex, 7);

        FeedChunk read = deserializer.deserialize(topic.name(), serializer.serialize(topic.name(), written));

        assertThat(read).isEqualTo(written);
    }

    @ParameterizedTest(name = "first sample {0}")
    @ValueSource(longs = {0, 64, 650_000, FeedChunk.MAX_SAMPLE_INDEX})
    void writes_byte_for_byte_what_avro_writes(long firstSampleIndex) throws IOException {
        FeedChunk chunk = Samples.chunk(firstSampleIndex, 7);
        var expected = new ByteArrayOutputStream();
        new SpecificDatumWriter<>(org.rwave.schemas.avro.WaveformChunk.class)
                .write(WaveformMapping.toAvro(chunk), EncoderFactory.get().directBinaryEncoder(expected, null));

        byte[] framed = serializer.serialize(topic.name(), chunk);

        assertThat(Arrays.copyOfRange(framed, Framing.LENGTH, framed.length)).isEqualTo(expected.toByteArray());
    }

    @Test
    void shares_leads_and_feed_between_the_chunks_of_a_source() {
        byte[] first = serializer.serialize(topic.name(), Samples.chunk(0, 1));
        byte[] second = serializer.serialize(topic.name(), Samples.chunk(90, 2));

        FeedChunk a = deserializer.deserialize(topic.name(), first);
        FeedChunk b = deserializer.deserialize(topic.name(), second);

        assertThat(b.chunk().leads()).isSameAs(a.chunk().leads());
        assertThat(b.feed()).isSameAs(a.feed());
    }

    @Test
    void does_not_copy_the_samples() {
        byte[] framed = serializer.serialize(topic.name(), Samples.chunk(0, 1));
        FeedChunk read = deserializer.deserialize(topic.name(), framed);

        framed[framed.length - 1] ^= 0x7f;

        int last = read.chunk().sampleCount() - 1;
        assertThat(read.chunk().raw(last, 1))
                .isNotEqualTo(Samples.chunk(0, 1).chunk().raw(last, 1));
    }

    @Test
    void keeps_streams_apart_that_differ_in_one_lead_only() {
        FeedChunk one = Samples.chunk(0, 1);
        List<Lead> otherLeads = List.of(Samples.LEADS.get(0), new Lead("V6", "", -4.88, 0));
        WaveformChunk same = one.chunk();
        FeedChunk other = new FeedChunk(
                one.feed(), WaveformChunk.of(0, same.startEpochMicros(), same.rate(), otherLeads, same.samples()));

        byte[] first = serializer.serialize(topic.name(), one);
        byte[] second = serializer.serialize(topic.name(), other);

        assertThat(deserializer.deserialize(topic.name(), first)).isEqualTo(one);
        assertThat(deserializer.deserialize(topic.name(), second)).isEqualTo(other);
    }

    @Test
    void holds_more_streams_than_its_table_has_places() {
        for (int patient = 0; patient < 40_000; patient++) {
            FeedChunk chunk = new FeedChunk(
                    new FeedId("p" + patient, "s"),
                    WaveformChunk.ofRaw(0, 0, new SamplingRate(250), Samples.LEADS, new short[] {1, 2}));

            assertThat(deserializer
                            .deserialize(topic.name(), serializer.serialize(topic.name(), chunk))
                            .feed())
                    .isEqualTo(chunk.feed());
        }
    }
}
