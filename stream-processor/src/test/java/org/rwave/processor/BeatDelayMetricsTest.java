package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.feed.FeedChunk;

class BeatDelayMetricsTest {
    private static final Feed FEED = Feed.simulated("p1", 11);

    @Test
    void the_parts_add_up_to_the_way_from_the_r_peak_to_the_end_of_the_chunk() {
        double expectedSeconds = 0;
        try (Bench bench = new Bench()) {
            int before = 0;
            for (FeedChunk chunk : FEED.chunks(90)) {
                bench.send(chunk);
                for (Beat beat : bench.beats().subList(before, bench.beats().size())) {
                    expectedSeconds += (chunk.chunk().endSampleIndex() - 1 - beat.getSampleIndex())
                            / chunk.chunk().rate().hertz();
                }
                before = bench.beats().size();
            }

            assertThat(before).isGreaterThan(40);
            double seconds = 0;
            for (String part : new String[] {"physiology", "look-ahead", "chunk-wait"}) {
                assertThat(bench.beatDelay(part).count()).as(part).isEqualTo(before);
                assertThat(bench.beatDelay(part).max(TimeUnit.SECONDS)).as(part).isPositive();
                seconds += bench.beatDelay(part).totalTime(TimeUnit.SECONDS);
            }
            assertThat(seconds).isCloseTo(expectedSeconds, within(1e-3));
        }
    }

    @Test
    void a_chunk_waits_for_its_end_no_longer_than_it_is() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 36);

            assertThat(bench.beatDelay("chunk-wait").max(TimeUnit.MILLISECONDS)).isBetween(1.0, 100.0);
        }
    }

    @Test
    void a_replay_of_the_past_says_nothing_about_the_pipeline() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 360);

            assertThat(bench.beatDelay("pipeline").count()).isZero();
        }
    }
}
