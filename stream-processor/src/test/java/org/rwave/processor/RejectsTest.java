package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.schemas.avro.WaveformLead;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.topic.RejectHeaders;

class RejectsTest {
    private static final Feed FEED = Feed.simulated("p1", 31);
    private static final long TIME = Feed.START_MICROS / 1000;

    @Test
    void bytes_that_are_not_avro_go_there_as_they_were_and_say_why() {
        byte[] junk = "this is not Avro".getBytes(StandardCharsets.UTF_8);
        try (Bench bench = new Bench()) {
            bench.send(FEED.chunk(0, 90));
            bench.sendBytes("p1", junk, TIME);

            TestRecord<byte[], byte[]> reject = onlyReject(bench);
            assertThat(reject.value()).isEqualTo(junk);
            assertThat(reject.key()).isEqualTo("p1".getBytes(StandardCharsets.UTF_8));
            assertThat(Bench.header(reject, RejectHeaders.REASON)).isEqualTo("not-avro-framed");
            assertThat(Bench.header(reject, RejectHeaders.CAUSE)).contains("first byte is 0x74");
            assertThat(Bench.header(reject, RejectHeaders.TOPIC)).isEqualTo("ecg.waveform.v1");
            assertThat(Bench.header(reject, RejectHeaders.PARTITION)).isEqualTo("0");
            assertThat(Bench.header(reject, RejectHeaders.OFFSET)).isEqualTo("1");
            assertThat(bench.rejected("not-avro-framed")).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_comes_in_between_the_facts_are_those_of_the_good_chunks(long seed) {
        Random random = new Random(seed);
        try (Bench bench = new Bench()) {
            byte[] good = bench.bytes(FEED.chunk(0, 90));
            int sent = 0;
            for (FeedChunk chunk : FEED.chunks(90)) {
                bench.send(chunk);
                if (random.nextInt(4) == 0) {
                    bench.sendBytes("p1", damaged(good, random), TIME);
                    sent++;
                }
            }
            AnyChunkingTest.endOf(FEED, bench);

            assertThat(bench.rejects()).hasSize(sent).hasSizeGreaterThan(10);
            assertThat(bench.facts("p1")).isEqualTo(AnyChunkingTest.offline(FEED));
        }
    }

    /** Cut short, so that it can never be read whatever the cut leaves. */
    private static byte[] damaged(byte[] good, Random random) {
        return Arrays.copyOf(good, random.nextInt(good.length - 1));
    }

    @Test
    void a_record_with_neither_key_nor_value_and_one_of_another_key_go_there() {
        try (Bench bench = new Bench()) {
            bench.sendBytes(null, null, TIME);
            bench.sendBytes(null, bench.bytes(FEED.chunk(0, 90)), TIME);
            bench.sendBytes("someone-else", bench.bytes(FEED.chunk(0, 90)), TIME);

            List<TestRecord<byte[], byte[]>> rejects = bench.rejects();
            assertThat(rejects)
                    .extracting(reject -> Bench.header(reject, RejectHeaders.REASON))
                    .containsExactly("empty", "wrong-key", "wrong-key");
            assertThat(Bench.header(rejects.get(2), RejectHeaders.CAUSE))
                    .isEqualTo("the key is 'someone-else', must be the patient id 'p1'");
        }
    }

    @Test
    void a_chunk_from_the_future_goes_there_and_the_others_go_on() {
        Feed other = FEED.as("p2", "other");
        try (Bench bench = new Bench()) {
            bench.sendBytes("p1", bench.bytes(FEED.chunk(0, 90)), TIME - 31 * 60_000);
            bench.send(other, 360);
            bench.sendBytes("p2", null, TIME);

            List<TestRecord<byte[], byte[]>> rejects = bench.rejects();
            assertThat(rejects)
                    .extracting(reject -> Bench.header(reject, RejectHeaders.REASON))
                    .containsExactly("future-time");
            assertThat(bench.facts("p2")).isEqualTo(AnyChunkingTest.offline(other));
        }
    }

    @Test
    void a_chunk_with_zero_leads_goes_there() {
        assertRejectedWith(avro(360, List.of(), new byte[4]), "leads must be 1 to 64, were 0");
    }

    @Test
    void a_chunk_with_a_gain_that_is_no_number_goes_there() {
        assertRejectedWith(
                avro(360, List.of(new WaveformLead("MLII", "", Double.NaN, 0.0)), new byte[4]),
                "microvoltsPerUnit must be finite and not zero, was NaN");
    }

    @Test
    void a_chunk_that_ends_within_a_frame_goes_there() {
        WaveformLead lead = new WaveformLead("MLII", "", 5.0, 0.0);
        assertRejectedWith(avro(360, List.of(lead, lead), new byte[7]), "whole number of 4-byte frames");
    }

    @Test
    void a_rate_that_no_monitor_takes_goes_there() {
        assertRejectedWith(
                avro(12, List.of(new WaveformLead("MLII", "", 5.0, 0.0)), new byte[4]),
                "sampling rate must be between 100 and 2000 Hz, was 12.0");
    }

    @Test
    void a_rate_that_changes_in_mid_stream_goes_there_and_the_stream_goes_on() {
        try (Bench bench = new Bench()) {
            List<FeedChunk> chunks = FEED.chunks(90);
            chunks.subList(0, 30).forEach(bench::send);
            WaveformChunk next = chunks.get(30).chunk();
            bench.send(new FeedChunk(
                    FEED.id(),
                    WaveformChunk.of(
                            next.firstSampleIndex(),
                            next.startEpochMicros(),
                            new SamplingRate(250),
                            next.leads(),
                            next.samples())));
            chunks.subList(30, chunks.size()).forEach(bench::send);
            AnyChunkingTest.endOf(FEED, bench);

            assertThat(Bench.header(onlyReject(bench), RejectHeaders.CAUSE))
                    .isEqualTo("sampling rate changed from 360.0 to 250.0 Hz within source sim-31;"
                            + " a new rate needs a new sourceId");
            assertThat(bench.facts("p1")).isEqualTo(AnyChunkingTest.offline(FEED));
        }
    }

    @Test
    void leads_that_change_in_mid_stream_go_there_and_the_stream_goes_on() {
        try (Bench bench = new Bench()) {
            bench.send(FEED.chunk(0, 3600));
            WaveformChunk next = FEED.chunk(3600, 3690).chunk();
            bench.send(new FeedChunk(
                    FEED.id(),
                    WaveformChunk.of(
                            3600,
                            next.startEpochMicros(),
                            next.rate(),
                            next.leads().subList(0, 1),
                            next.samples())));
            bench.send(FEED.chunk(3600, FEED.whole().sampleCount()));
            AnyChunkingTest.endOf(FEED, bench);

            assertThat(Bench.header(onlyReject(bench), RejectHeaders.REASON)).isEqualTo("leads-changed");
            assertThat(bench.facts("p1")).isEqualTo(AnyChunkingTest.offline(FEED));
        }
    }

    private static void assertRejectedWith(org.rwave.schemas.avro.WaveformChunk chunk, String cause) {
        try (Bench bench = new Bench()) {
            bench.send(FEED.chunk(0, 90));
            byte[] value = framedLike(bench.bytes(FEED.chunk(0, 90)), chunk);
            bench.sendBytes("p1", value, TIME);

            TestRecord<byte[], byte[]> reject = onlyReject(bench);
            assertThat(reject.value()).isEqualTo(value);
            assertThat(Bench.header(reject, RejectHeaders.CAUSE)).contains(cause);
        }
    }

    private static org.rwave.schemas.avro.WaveformChunk avro(double hertz, List<WaveformLead> leads, byte[] samples) {
        return new org.rwave.schemas.avro.WaveformChunk(
                "p1", "other", hertz, leads, 0L, Instant.ofEpochMilli(TIME), ByteBuffer.wrap(samples));
    }

    /** The record as a stock client would write it, which checks nothing, under the schema id of {@code good}. */
    private static byte[] framedLike(byte[] good, org.rwave.schemas.avro.WaveformChunk chunk) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(good, 0, 5);
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<>(org.rwave.schemas.avro.WaveformChunk.class).write(chunk, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static TestRecord<byte[], byte[]> onlyReject(Bench bench) {
        List<TestRecord<byte[], byte[]>> rejects = bench.rejects();
        assertThat(rejects).hasSize(1);
        return rejects.get(0);
    }
}
