package org.rwave.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.RecordingException;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.ecg.simulate.SimulatedRecording;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;

class ReplayTest {
    private static final long MILLI = 1_000_000L;
    private static final SamplingRate RATE = new SamplingRate(360);

    private final FakeClock clock = new FakeClock();

    private static SimulatedRecording patient(int number, Duration length) {
        return new PatientSimulator(42).patient(number, length, RATE);
    }

    private static ReplayPatient simulated(int number, Duration length) {
        return ReplayPatient.of(new SimulatedSource(() -> patient(number, length)));
    }

    private CollectingSink replay(ReplaySettings settings, LongSupplier costNanos, ReplayPatient... patients)
            throws IOException, InterruptedException {
        CollectingSink sink = new CollectingSink(clock, costNanos);
        new Replay(settings, List.of(patients), sink, clock).run(progress -> {});
        return sink;
    }

    @Test
    void each_chunk_is_sent_when_its_last_sample_is_due() throws Exception {
        CollectingSink sink = replay(ReplaySettings.defaults(), () -> 0, simulated(1, Duration.ofMillis(1100)));

        assertThat(sink.sentNanos).containsExactly(250 * MILLI, 500 * MILLI, 750 * MILLI, 1000 * MILLI, 1100 * MILLI);
        assertThat(sink.chunks.get(4).chunk().sampleCount()).isEqualTo(36);
    }

    /** 30 minutes; every send takes up to 400 ms of the 250 available, now and then two seconds more. */
    @Test
    void slow_sends_make_chunks_late_but_the_schedule_does_not_drift() throws Exception {
        Random random = new Random(1);
        LongSupplier cost = () -> (random.nextInt(400) + (random.nextInt(500) == 0 ? 2000 : 0)) * MILLI;

        CollectingSink sink = replay(ReplaySettings.defaults(), cost, simulated(1, Duration.ofMinutes(30)));

        assertThat(sink.chunks).hasSize(30 * 60 * 4);
        int onTime = 0;
        for (int i = 0; i < sink.chunks.size(); i++) {
            long due = 250 * MILLI * (i + 1);
            assertThat(sink.sentNanos.get(i)).isGreaterThanOrEqualTo(due);
            if (sink.sentNanos.get(i) == due) {
                onTime++;
            }
        }
        assertThat(onTime).as("chunks sent at their very nanosecond").isGreaterThan(sink.chunks.size() / 3);
        assertThat(sink.sentNanos.get(7199)).isBetween(1800_000 * MILLI, 1804_000 * MILLI);
    }

    @Test
    void a_rate_that_no_chunk_length_divides_does_not_drift_either() throws Exception {
        ReplayPatient odd = ReplayPatient.of(new SimulatedSource(
                () -> new PatientSimulator(1).patient(1, Duration.ofMinutes(30), new SamplingRate(257))));

        CollectingSink sink = replay(ReplaySettings.defaults().withChunk(Duration.ofMillis(333)), () -> 0, odd);

        assertThat(sink.sentNanos.get(sink.sentNanos.size() - 1)).isEqualTo(1_800_000 * MILLI);
    }

    @Test
    void ten_times_the_speed_takes_a_tenth_of_the_time() throws Exception {
        CollectingSink sink =
                replay(ReplaySettings.defaults().withSpeed(10), () -> 0, simulated(1, Duration.ofSeconds(20)));

        assertThat(sink.sentNanos.get(0)).isEqualTo(25 * MILLI);
        assertThat(clock.elapsedNanos()).isEqualTo(2000 * MILLI);
    }

    @Test
    void at_full_speed_nothing_waits() throws Exception {
        CollectingSink sink = replay(
                ReplaySettings.defaults().withSpeed(ReplaySettings.MAX_SPEED),
                () -> 0,
                simulated(1, Duration.ofSeconds(20)),
                simulated(2, Duration.ofSeconds(20)));

        assertThat(clock.waits()).isZero();
        assertThat(sink.chunks).hasSize(160);
    }

    @ParameterizedTest(name = "speed {0}")
    @ValueSource(doubles = {1, 3, 60})
    void no_sample_is_sent_before_its_instant(double speed) throws Exception {
        CollectingSink sink =
                replay(ReplaySettings.defaults().withSpeed(speed), () -> 0, simulated(1, Duration.ofMinutes(2)));

        for (int i = 0; i < sink.chunks.size(); i++) {
            assertThat(sink.chunks.get(i).chunk().lastSampleEpochMicros()).isLessThanOrEqualTo(sink.wallMicros.get(i));
        }
    }

    @ParameterizedTest(name = "{0} ms")
    @ValueSource(longs = {10, 100, 250, 333, 1000})
    void any_chunk_length_gives_the_same_samples_and_annotations(long millis) throws Exception {
        Duration length = Duration.ofSeconds(30);
        CollectingSink sink =
                replay(ReplaySettings.defaults().withChunk(Duration.ofMillis(millis)), () -> 0, simulated(3, length));

        CollectingSink reference = replay(ReplaySettings.defaults(), () -> 0, simulated(3, length));
        assertThat(sink.samples("sim3")).isEqualTo(reference.samples("sim3"));
        assertThat(annotations(sink.spans))
                .isEqualTo(patient(3, length).annotations())
                .hasSizeGreaterThan(20);
    }

    private static List<Annotation> annotations(List<ReferenceSpan> spans) {
        return spans.stream().flatMap(span -> span.annotations().stream()).toList();
    }

    @Test
    void the_annotations_of_a_chunk_go_before_it_and_cover_just_its_samples() throws Exception {
        CollectingSink sink = replay(
                ReplaySettings.defaults(),
                () -> 0,
                simulated(1, Duration.ofSeconds(10)),
                simulated(2, Duration.ofSeconds(10)));

        assertThat(sink.everything).hasSize(160);
        for (int i = 0; i < 160; i += 2) {
            ReferenceSpan span = (ReferenceSpan) sink.everything.get(i);
            FeedChunk chunk = (FeedChunk) sink.everything.get(i + 1);
            assertThat(span.feed()).isEqualTo(chunk.feed());
            assertThat(span.firstSampleIndex()).isEqualTo(chunk.chunk().firstSampleIndex());
            assertThat(span.endSampleIndex()).isEqualTo(chunk.chunk().endSampleIndex());
        }
    }

    @Test
    void a_loop_goes_on_counting_and_moves_the_annotations_along() throws Exception {
        Duration length = Duration.ofSeconds(10);
        CollectingSink sink = replay(
                ReplaySettings.defaults().looped().lasting(Duration.ofSeconds(25)), () -> 0, simulated(1, length));

        long next = 0;
        for (FeedChunk chunk : sink.chunks) {
            assertThat(chunk.chunk().firstSampleIndex()).isEqualTo(next);
            next = chunk.chunk().endSampleIndex();
        }
        assertThat(next).isEqualTo(25 * 360);
        List<Short> samples = sink.samples("sim1");
        assertThat(samples.subList(0, 7200)).isEqualTo(samples.subList(7200, 14_400));
        List<Long> expected = new ArrayList<>();
        for (long shift = 0; shift < 9000; shift += 3600) {
            for (Annotation annotation : patient(1, length).annotations()) {
                expected.add(annotation.sampleIndex() + shift);
            }
        }
        expected.removeIf(sample -> sample >= 9000);
        assertThat(annotations(sink.spans)).extracting(Annotation::sampleIndex).isEqualTo(expected);
    }

    @Test
    void start_and_duration_cut_a_stretch_whose_indices_are_those_of_the_recording() throws Exception {
        ReplaySettings settings =
                ReplaySettings.defaults().from(Duration.ofSeconds(5)).lasting(Duration.ofMillis(1600));

        CollectingSink sink = replay(settings, () -> 0, simulated(1, Duration.ofSeconds(10)));

        assertThat(sink.chunks.get(0).chunk().firstSampleIndex()).isEqualTo(5 * 360);
        assertThat(sink.chunks.get(sink.chunks.size() - 1).chunk().endSampleIndex())
                .isEqualTo(5 * 360 + 576);
        assertThat(annotations(sink.spans))
                .isEqualTo(patient(1, Duration.ofSeconds(10)).annotations().stream()
                        .filter(one -> one.sampleIndex() >= 1800 && one.sampleIndex() < 2376)
                        .toList());
    }

    @Test
    void clones_are_patients_of_their_own_spread_over_one_chunk() throws Exception {
        List<ReplayPatient> clones = ReplayPatient.clones(
                new SimulatedSource(() -> patient(1, Duration.ofSeconds(5))), 5, Duration.ofMillis(700));

        CollectingSink sink = replay(ReplaySettings.defaults(), () -> 0, clones.toArray(ReplayPatient[]::new));

        assertThat(sink.chunks.subList(0, 5))
                .extracting(chunk -> chunk.feed().patientId())
                .containsExactly("sim1-1", "sim1-2", "sim1-3", "sim1-4", "sim1-5");
        assertThat(sink.sentNanos.subList(0, 5))
                .containsExactly(250 * MILLI, 300 * MILLI, 350 * MILLI, 400 * MILLI, 450 * MILLI);
        List<Short> first = sink.samples("sim1-1");
        assertThat(sink.samples("sim1-3")).isEqualTo(first.subList(2 * 504, first.size()));
        assertThat(sink.chunks)
                .extracting(FeedChunk::feed)
                .filteredOn(feed -> feed.sourceId().startsWith("replay/simulated/sim1/"))
                .hasSize(sink.chunks.size());
    }

    @Test
    void stopping_ends_after_a_whole_chunk_and_flushes() throws Exception {
        CollectingSink sink = new CollectingSink(clock, () -> 0);
        Replay[] replay = new Replay[1];
        ChunkSink stopping = new StoppingSink(sink, 7, () -> replay[0].stop());
        replay[0] =
                new Replay(ReplaySettings.defaults(), List.of(simulated(1, Duration.ofMinutes(5))), stopping, clock);

        ReplayProgress totals = replay[0].run(progress -> {});

        assertThat(sink.chunks).hasSize(7);
        assertThat(sink.spans).hasSize(7);
        assertThat(sink.flushed).isEqualTo(1);
        assertThat(sink.ended).containsExactly("sim1");
        assertThat(totals.chunks()).isEqualTo(7);
        assertThat(totals.signal()).isEqualTo(Duration.ofMillis(1750));
    }

    private record StoppingSink(CollectingSink sink, int after, Runnable stop) implements ChunkSink {
        @Override
        public void sendReference(ReferenceSpan span, long timestamp) {
            sink.sendReference(span, timestamp);
        }

        @Override
        public void send(FeedChunk chunk) {
            sink.send(chunk);
            if (sink.chunks.size() == after) {
                stop.run();
            }
        }

        @Override
        public void sendEnd(String patientId, long timestamp) {
            sink.sendEnd(patientId, timestamp);
        }

        @Override
        public void flush() {
            sink.flush();
        }

        @Override
        public void close() {}
    }

    @Test
    void progress_is_reported_once_a_second_with_the_lag() throws Exception {
        List<ReplayProgress> reports = new ArrayList<>();
        CollectingSink sink = new CollectingSink(clock, () -> 260 * MILLI);

        new Replay(ReplaySettings.defaults(), List.of(simulated(1, Duration.ofSeconds(10))), sink, clock)
                .run(reports::add);

        assertThat(reports).hasSizeBetween(8, 11);
        assertThat(reports.get(4).patients()).isEqualTo(1);
        assertThat(reports.get(7).lag()).isGreaterThan(reports.get(1).lag());
        assertThat(reports.get(7).worstLag()).isBetween(Duration.ofMillis(200), Duration.ofMillis(420));
    }

    @Test
    void one_patient_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay(
                        ReplaySettings.defaults(),
                        () -> 0,
                        simulated(1, Duration.ofSeconds(1)),
                        simulated(1, Duration.ofSeconds(1))))
                .withMessageContaining("sim1 occurs twice");
    }

    @Test
    void a_start_after_the_end_is_refused_with_both_times() {
        assertThatThrownBy(() -> replay(
                        ReplaySettings.defaults().from(Duration.ofSeconds(11)),
                        () -> 0,
                        simulated(1, Duration.ofSeconds(10))))
                .isInstanceOf(RecordingException.class)
                .hasMessage("record sim1 is 10.000 s long, so a replay cannot start 11.0 s from its start");
    }

    @Test
    void a_real_record_is_sent_whole_with_all_its_annotations() throws Exception {
        Path record = TestData.folder("mitdb").resolve("100");

        CollectingSink sink = replay(
                ReplaySettings.defaults().withSpeed(ReplaySettings.MAX_SPEED),
                () -> 0,
                ReplayPatient.of(new RecordedSource(record)));

        assertThat(sink.samples("100")).hasSize(2 * 650_000);
        assertThat(annotations(sink.spans))
                .isEqualTo(AnnotationFile.read(record.resolveSibling("100.atr")))
                .hasSize(2274);
        assertThat(sink.chunks.get(0).feed().sourceId()).matches("replay/mitdb/100/\\d{16}");
    }

    @Test
    void a_truncated_record_is_refused_before_anything_is_sent(@TempDir Path folder) throws Exception {
        Path record = TestData.folder("mitdb").resolve("100");
        Files.copy(record.resolveSibling("100.hea"), folder.resolve("100.hea"));
        byte[] whole = Files.readAllBytes(record.resolveSibling("100.dat"));
        Files.write(folder.resolve("100.dat"), Arrays.copyOf(whole, 30_000));

        assertThatThrownBy(() -> new RecordedSource(folder.resolve("100")))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("100.dat");
    }
}
