package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.monitor.Facts;
import org.rwave.schemas.feed.FeedChunk;

class SnapshotResumeTest {
    private static final Feed FEED = Feed.simulated("p1", 41);

    @ParameterizedTest(name = "after {0} chunks")
    @ValueSource(ints = {1, 7, 64, 90, 131})
    void going_on_elsewhere_equals_never_stopping(int taken) {
        List<FeedChunk> chunks = FEED.chunks(90);
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            chunks.subList(0, taken).forEach(first::send);
            second.resumeFrom(first, taken, 0);
            chunks.subList(taken, chunks.size()).forEach(second::send);
            AnyChunkingTest.endOf(FEED, second);

            assertThat(AnyChunkingTest.joined(first.facts("p1"), second.facts("p1")))
                    .isEqualTo(AnyChunkingTest.offline(FEED));
        }
    }

    /**
     * The trap of at-least-once: the snapshot of the last record reached the changelog, its offset was never committed,
     * and its facts may have died with the process. The record is read again and must be taken, not dropped.
     */
    @ParameterizedTest(name = "died while committing chunk {0}")
    @ValueSource(ints = {1, 8, 65, 91, 132})
    void a_snapshot_ahead_of_the_committed_offset_loses_no_facts(int last) {
        List<FeedChunk> chunks = FEED.chunks(90);
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            chunks.subList(0, last).forEach(first::send);
            Facts committed = first.facts("p1");
            first.send(chunks.get(last));
            second.resumeFrom(first, last, 0);
            chunks.subList(last, chunks.size()).forEach(second::send);
            AnyChunkingTest.endOf(FEED, second);

            assertThat(AnyChunkingTest.joined(committed, second.facts("p1"))).isEqualTo(AnyChunkingTest.offline(FEED));
            assertThat(second.chunks("duplicate")).isZero();
        }
    }

    @Test
    void repeated_facts_carry_the_ids_they_had() {
        List<FeedChunk> chunks = FEED.chunks(90);
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            chunks.forEach(first::send);
            chunks.forEach(second::send);

            assertThat(second.alerts("p1")).isNotEmpty().isEqualTo(first.alerts("p1"));
            assertThat(second.beats()).isEqualTo(first.beats());
        }
    }

    @Test
    void another_model_starts_afresh_instead_of_mixing_two() {
        try (Bench first = new Bench();
                Bench second = new Bench(new PrintClassifier("another"))) {
            first.send(FEED, 90);
            second.resumeFrom(first, FEED.chunks(90).size(), 0);
            Feed later = Feed.simulated("p1", 42).as("p1", FEED.id().sourceId());
            second.send(later, 90);

            assertThat(second.beats())
                    .isNotEmpty()
                    .allMatch(beat -> beat.getModelHash().equals("another"));
            assertThat(second.chunks("duplicate")).isZero();
        }
    }

    @Test
    void a_snapshot_is_small() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 90);

            byte[] value = bench.snapshots().get("p1#0");
            assertThat(value.length).isLessThan(12 * 1024);
        }
    }

    @Test
    void each_commit_alternates_between_two_slots() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 90);

            assertThat(bench.snapshots().approximateNumEntries()).isEqualTo(2);
        }
    }
}
