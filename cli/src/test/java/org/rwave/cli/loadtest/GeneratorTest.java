package org.rwave.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.producer.ChunkSink;
import org.rwave.producer.ReplayClock;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;

class GeneratorTest {
    private static final Duration CHUNK = Duration.ofMillis(250);
    private static final int CHUNKS = 40;
    private static final int PATIENTS = 10;
    private static final long START = 1_000_000_000L;
    private static final long START_EPOCH_MICROS = 1_700_000_000_000_000L;

    private final Clock clock = new Clock();
    private final Schedule schedule = new Schedule(PATIENTS, CHUNK.toNanos(), 4, CHUNKS);
    private final List<Sent> sent = new ArrayList<>();
    private Ward ward;

    private record Sent(FeedChunk chunk, long atNanos) {}

    @BeforeEach
    void everybody_plays_one_tape() throws IOException {
        Signal signal =
                Signal.read(new PatientSimulator(1).patient(1, Duration.ofSeconds(7), new SamplingRate(360)), 2);
        Tape tape = new Tape(signal, 0, CHUNK, CHUNKS);
        ward = new Ward(PATIENTS, List.of(tape), List.of(Beats.oneAChunk(CHUNKS, BeatClass.N)));
    }

    @Test
    void sends_every_chunk_when_it_is_due() throws Exception {
        Generator generator = run(new Sink(-1, 0));

        assertThat(sent).hasSize(PATIENTS * CHUNKS);
        for (Sent one : sent) {
            assertThat(one.atNanos - dueNanos(one.chunk)).isBetween(0L, 1_000_000L);
        }
        assertThat(generator.chunksSent()).isEqualTo(PATIENTS * CHUNKS);
        assertThat(generator.beatsDue()).isEqualTo(PATIENTS * (CHUNKS - 1));
    }

    @Test
    void a_sink_that_stalls_delays_what_is_due_meanwhile_but_not_what_is_due_later() throws Exception {
        Generator generator = run(new Sink(200, 2_000_000_000L));

        assertThat(sent).hasSize(PATIENTS * CHUNKS);
        long stallEnd = sent.get(200).atNanos;
        for (Sent one : sent.subList(200, sent.size())) {
            long due = dueNanos(one.chunk);
            assertThat(one.atNanos).isBetween(due, Math.max(due, stallEnd) + 1_000_000L);
        }
        assertThat(sent.get(sent.size() - 1).atNanos - dueNanos(sent.get(sent.size() - 1).chunk))
                .isLessThan(1_000_000L);
        Histogram lateness = generator.lateness().getIntervalHistogram();
        assertThat(lateness.getMaxValue()).isBetween(1_950_000L, 2_010_000L);
        // Two seconds of ten patients, four chunks each a second, were late by two seconds down to nothing.
        assertThat(lateness.getCountBetweenValues(1_000_000, 3_000_000)).isBetween(38L, 42L);
    }

    @Test
    void chunks_carry_the_instants_of_the_schedule() throws Exception {
        run(new Sink(-1, 0));

        for (Sent one : sent) {
            long endEpochMicros = START_EPOCH_MICROS + (dueNanos(one.chunk) - START) / 1000;
            assertThat(one.chunk.chunk().lastSampleEpochMicros()).isBetween(endEpochMicros - 2_800, endEpochMicros);
        }
    }

    private Generator run(ChunkSink sink) throws Exception {
        Generator generator = new Generator(ward, schedule, sink, clock, START, START_EPOCH_MICROS);
        generator.call();
        return generator;
    }

    private long dueNanos(FeedChunk chunk) {
        int patient = ward.patientOf(chunk.feed().patientId()).orElseThrow();
        return START + schedule.dueNanos(patient, (int) (chunk.chunk().firstSampleIndex() / 90));
    }

    /** Takes its time over one chunk, none over the others. */
    private final class Sink implements ChunkSink {
        private final int slowOne;
        private final long slowNanos;

        Sink(int slowOne, long slowNanos) {
            this.slowOne = slowOne;
            this.slowNanos = slowNanos;
        }

        @Override
        public void send(FeedChunk chunk) {
            if (sent.size() == slowOne) {
                clock.now += slowNanos;
            }
            sent.add(new Sent(chunk, clock.now));
        }

        @Override
        public void sendReference(ReferenceSpan span, long timestamp) {
            throw new AssertionError("no annotations are sent");
        }

        @Override
        public void sendEnd(String patientId, long timestamp) {
            assertThat(ward.patientOf(patientId)).isPresent();
        }

        @Override
        public void flush() {
            assertThat(sent).isNotEmpty();
        }

        @Override
        public void close() {}
    }

    /** Time passes only when it is waited for. */
    private static final class Clock implements ReplayClock {
        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public long epochMicros() {
            return START_EPOCH_MICROS + (now - START) / 1000;
        }

        @Override
        public void waitUntil(long nanoTime) {
            now = Math.max(now, nanoTime);
        }

        @Override
        public void wake() {}
    }
}
