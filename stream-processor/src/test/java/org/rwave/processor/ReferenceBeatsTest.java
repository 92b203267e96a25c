package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.BeatSource;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.feed.ReferenceSpan;
import org.rwave.schemas.topic.RejectHeaders;

class ReferenceBeatsTest {
    private static final Feed FEED = Feed.simulated("p1", 61);
    private static final String[] REFERENCE = {"beats", "reference"};

    @Test
    void beats_are_where_the_annotations_are() {
        List<Long> annotated = FEED.annotations().stream()
                .filter(annotation -> annotation.code().isBeat())
                .map(annotation -> annotation.sampleIndex())
                .toList();

        List<Long> published =
                expected().beats().stream().map(ClassifiedBeat::sampleIndex).toList();

        assertThat(published).hasSizeGreaterThan(40).isSubsetOf(annotated);
    }

    @Test
    void annotations_may_all_come_first() {
        try (Bench bench = new Bench(REFERENCE)) {
            FEED.spans(90).forEach(bench::sendReference);
            bench.send(FEED, 90);

            assertThat(atTheEnd(bench)).isEqualTo(expected());
        }
    }

    @Test
    void annotations_may_all_come_last() {
        try (Bench bench = new Bench(REFERENCE)) {
            bench.send(FEED, 90);
            assertThat(bench.facts("p1").isEmpty()).isTrue();
            FEED.spans(90).forEach(bench::sendReference);

            assertThat(atTheEnd(bench)).isEqualTo(expected());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void annotations_may_come_in_any_interleaving_and_other_cuts(long seed) {
        Random random = new Random(seed);
        List<FeedChunk> chunks = new ArrayList<>(FEED.randomChunks(seed));
        List<ReferenceSpan> spans = new ArrayList<>(FEED.spans(100 + random.nextInt(500)));
        try (Bench bench = new Bench(REFERENCE)) {
            while (!chunks.isEmpty() || !spans.isEmpty()) {
                if (spans.isEmpty() || (!chunks.isEmpty() && random.nextBoolean())) {
                    bench.send(chunks.remove(0));
                } else {
                    bench.sendReference(spans.remove(0));
                }
            }

            assertThat(atTheEnd(bench)).isEqualTo(expected());
        }
    }

    @Test
    void repeated_annotations_count_once() {
        try (Bench bench = new Bench(REFERENCE)) {
            for (ReferenceSpan span : FEED.spans(90)) {
                bench.sendReference(span);
                bench.sendReference(span);
            }
            bench.send(FEED, 90);

            assertThat(atTheEnd(bench)).isEqualTo(expected());
        }
    }

    @Test
    void chunks_whose_annotations_never_come_are_rejected_instead_of_held_for_ever() {
        try (Bench bench = new Bench("beats", "reference", "max-held", "2s")) {
            FEED.chunks(360).subList(0, 5).forEach(bench::send);

            var rejects = bench.rejects();
            assertThat(rejects).hasSize(3);
            assertThat(Bench.header(rejects.get(0), RejectHeaders.CAUSE))
                    .startsWith("reference annotations of source sim-61 do not reach sample 360;");
            assertThat(bench.rejected("no-annotations")).isEqualTo(3);
        }
    }

    @Test
    void waiting_chunks_and_known_annotations_survive_a_restart() {
        List<FeedChunk> chunks = FEED.chunks(90);
        List<ReferenceSpan> spans = FEED.spans(90);
        try (Bench first = new Bench(REFERENCE);
                Bench second = new Bench(REFERENCE)) {
            chunks.subList(0, 60).forEach(first::send);
            spans.subList(0, 40).forEach(first::sendReference);
            second.resumeFrom(first, 60, 40);
            spans.subList(40, spans.size()).forEach(second::sendReference);
            chunks.subList(60, chunks.size()).forEach(second::send);

            assertThat(AnyChunkingTest.joined(first.facts("p1"), atTheEnd(second)))
                    .isEqualTo(expected());
        }
    }

    /** A new source ends the old one, once its own first chunk is covered. */
    private static Facts atTheEnd(Bench bench) {
        Feed next = FEED.as("p1", "next");
        bench.send(next.chunk(0, 10));
        bench.sendReference(new ReferenceSpan(next.id(), 0, 10, List.of()));
        return bench.facts("p1");
    }

    static Facts expected() {
        MonitorSettings settings = MonitorSettings.defaults().withBeatSource(BeatSource.REFERENCE);
        PatientMonitor monitor = new PatientMonitor(settings, new PrintClassifier("print"), FEED.whole());
        long[] beats = FEED.annotations().stream()
                .filter(annotation -> annotation.code().isBeat())
                .filter(annotation -> annotation.sampleIndex() < FEED.whole().sampleCount())
                .mapToLong(annotation -> annotation.sampleIndex())
                .toArray();
        return AnyChunkingTest.joined(monitor.accept(FEED.whole(), beats), monitor.finish());
    }
}
