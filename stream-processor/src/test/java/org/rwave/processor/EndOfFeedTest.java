package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.recording.Annotation;
import org.rwave.schemas.feed.ReferenceSpan;

class EndOfFeedTest {
    private static final Feed FEED = Feed.simulated("p1", 61);
    private static final long TIME = Feed.START_MICROS / 1000;

    @Test
    void a_record_without_value_decides_what_was_still_open() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 90);
            Facts before = bench.facts("p1");

            bench.sendBytes("p1", null, TIME);

            Facts expected = AnyChunkingTest.offline(FEED);
            assertThat(before.beats()).hasSizeLessThan(expected.beats().size());
            assertThat(bench.facts("p1")).isEqualTo(expected);
            assertThat(bench.rejects()).isEmpty();
        }
    }

    @Test
    void said_twice_it_changes_nothing() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 90);
            bench.sendBytes("p1", null, TIME);
            bench.sendBytes("p1", null, TIME);

            assertThat(bench.facts("p1")).isEqualTo(AnyChunkingTest.offline(FEED));
        }
    }

    @Test
    void chunks_of_a_feed_that_has_ended_are_stale() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 360);
            bench.sendBytes("p1", null, TIME);

            bench.send(FEED, 360);

            assertThat(bench.facts("p1")).isEqualTo(AnyChunkingTest.offline(FEED));
            assertThat(bench.chunks("stale")).isPositive();
        }
    }

    @Test
    void with_reference_beats_it_waits_for_the_annotations() {
        try (Bench bench = new Bench("beats", "reference")) {
            bench.send(FEED, 360);
            bench.sendBytes("p1", null, TIME);
            assertThat(bench.facts("p1").beats()).isEmpty();

            bench.sendReference(new ReferenceSpan(
                    FEED.id(), 0, Math.toIntExact(FEED.whole().endSampleIndex()), FEED.annotations()));

            assertThat(bench.facts("p1")).isEqualTo(ReferenceBeatsTest.expected());
        }
    }

    @Test
    void said_twice_with_reference_beats_it_does_not_end_the_next_feed() {
        Feed next = FEED.as("p1", "next");
        try (Bench bench = new Bench("beats", "reference")) {
            bench.sendBytes("p1", null, TIME);
            bench.sendBytes("p1", null, TIME);
            int end = Math.toIntExact(next.whole().endSampleIndex());
            bench.send(next.chunk(0, 360));
            bench.sendReference(new ReferenceSpan(next.id(), 0, 360, earlier(next.annotations())));
            bench.sendReference(new ReferenceSpan(next.id(), 360, end - 360, later(next.annotations())));
            bench.send(next.chunk(360, end));
            bench.sendBytes("p1", null, TIME);

            assertThat(bench.facts("p1")).isEqualTo(ReferenceBeatsTest.expected());
        }
    }

    private static List<Annotation> earlier(List<Annotation> annotations) {
        return annotations.stream().filter(one -> one.sampleIndex() < 360).toList();
    }

    private static List<Annotation> later(List<Annotation> annotations) {
        return annotations.stream().filter(one -> one.sampleIndex() >= 360).toList();
    }
}
