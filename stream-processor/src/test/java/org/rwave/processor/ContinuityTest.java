package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.Facts;
import org.rwave.schemas.feed.FeedChunk;

class ContinuityTest {
    private static final Feed FEED = Feed.simulated("p1", 21);

    @Test
    void repeated_chunks_change_nothing_and_are_counted() {
        try (Bench bench = new Bench()) {
            for (FeedChunk chunk : FEED.chunks(360)) {
                bench.send(chunk);
                bench.send(chunk);
            }
            AnyChunkingTest.endOf(FEED, bench);

            assertThat(bench.facts("p1")).isEqualTo(AnyChunkingTest.offline(FEED));
            assertThat(bench.chunks("duplicate")).isEqualTo(FEED.chunks(360).size());
            assertThat(bench.chunks("after_gap")).isZero();
        }
    }

    @Test
    void of_overlapping_chunks_the_new_part_counts() {
        try (Bench bench = new Bench()) {
            int end = FEED.whole().sampleCount();
            for (int at = 0; at < end; at += 250) {
                bench.send(FEED.chunk(Math.max(0, at - 110), Math.min(end, at + 250)));
            }
            AnyChunkingTest.endOf(FEED, bench);

            assertThat(bench.facts("p1")).isEqualTo(AnyChunkingTest.offline(FEED));
            assertThat(bench.chunks("overlaps")).isPositive();
        }
    }

    @Test
    void a_missing_chunk_is_a_gap_that_no_interval_crosses() {
        try (Bench bench = new Bench()) {
            List<FeedChunk> chunks = FEED.chunks(360);
            for (int i = 0; i < chunks.size(); i++) {
                if (i < 10 || i >= 15) {
                    bench.send(chunks.get(i));
                }
            }

            List<ClassifiedBeat> beats = bench.facts("p1").beats();
            assertThat(bench.chunks("after_gap")).isEqualTo(1);
            assertThat(beats).noneMatch(beat -> beat.sampleIndex() >= 3600 && beat.sampleIndex() < 5400);
            assertThat(beats).filteredOn(ClassifiedBeat::afterGap).hasSize(1);
        }
    }

    @Test
    void a_chunk_that_comes_after_its_successor_is_stale_and_its_place_stays_a_gap() {
        Facts withGap;
        Facts swapped;
        List<FeedChunk> chunks = FEED.chunks(360);
        try (Bench bench = new Bench()) {
            for (int i = 0; i < chunks.size(); i++) {
                if (i != 20) {
                    bench.send(chunks.get(i));
                }
            }
            withGap = bench.facts("p1");
        }
        try (Bench bench = new Bench()) {
            for (int i = 0; i < chunks.size(); i++) {
                bench.send(chunks.get(i == 20 ? 21 : i == 21 ? 20 : i));
            }
            swapped = bench.facts("p1");

            assertThat(bench.chunks("stale")).isEqualTo(1);
            assertThat(bench.chunks("duplicate")).isZero();
        }

        assertThat(swapped).isEqualTo(withGap);
    }

    @Test
    void a_new_source_ends_the_old_one_and_begins_afresh() {
        Feed second = Feed.simulated("p1", 22);
        try (Bench bench = new Bench()) {
            bench.send(FEED, 90);
            bench.send(second, 90);
            AnyChunkingTest.endOf(second, bench);

            assertThat(bench.facts("p1"))
                    .isEqualTo(AnyChunkingTest.joined(AnyChunkingTest.offline(FEED), AnyChunkingTest.offline(second)));
            assertThat(bench.beats().get(0).getSourceId()).isEqualTo("sim-21");
            assertThat(bench.beats().get(bench.beats().size() - 1).getSourceId())
                    .isEqualTo("sim-22");
        }
    }

    @Test
    void a_straggler_of_the_finished_source_does_not_end_the_new_one() {
        Feed second = Feed.simulated("p1", 22);
        try (Bench bench = new Bench()) {
            bench.send(FEED, 90);
            List<FeedChunk> chunks = second.chunks(90);
            bench.send(chunks.get(0));
            bench.send(FEED.chunk(18_000, 18_090));
            chunks.subList(1, chunks.size()).forEach(bench::send);
            AnyChunkingTest.endOf(second, bench);

            assertThat(bench.chunks("stale")).isEqualTo(1);
            assertThat(bench.facts("p1"))
                    .isEqualTo(AnyChunkingTest.joined(AnyChunkingTest.offline(FEED), AnyChunkingTest.offline(second)));
        }
    }
}
