package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitTimesTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 4, 12, 48})
    void of_the_threads_are_spread_over_the_interval(int threads) {
        long[] millis = IntStream.rangeClosed(1, threads)
                .mapToLong(thread -> CommitTimes.phase(thread, INTERVAL).toMillis())
                .sorted()
                .toArray();

        assertThat(millis[0]).isNotNegative();
        assertThat(millis[threads - 1]).isLessThan(INTERVAL.toMillis());
        double even = INTERVAL.toMillis() / (double) threads;
        for (int i = 1; i < threads; i++) {
            assertThat((double) millis[i] - millis[i - 1]).isBetween(0.45 * even, 2.1 * even);
        }
    }

    @Test
    void are_those_of_the_thread_by_the_name_that_streams_gives_it() {
        assertThat(CommitTimes.threadNumber("rwave-2f0c-StreamThread-12")).isEqualTo(12);
        assertThat(CommitTimes.threadNumber("main")).isZero();
    }

    @Test
    void snapshots_begin_to_be_written_half_a_second_before_or_a_quarter_of_the_interval() {
        assertThat(CommitTimes.lead(Duration.ofSeconds(10))).isEqualTo(Duration.ofMillis(500));
        assertThat(CommitTimes.lead(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(250));
    }
}
