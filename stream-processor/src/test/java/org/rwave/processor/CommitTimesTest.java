package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitTimesTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {2, 4, 12, 48})
    void are_spread_over_the_interval(int partitions) {
        long[] millis = IntStream.range(0, partitions)
                .mapToLong(partition -> CommitTimes.phase(partition, INTERVAL).toMillis())
                .sorted()
                .toArray();

        assertThat(millis[0]).isNotNegative();
        assertThat(millis[partitions - 1]).isLessThan(INTERVAL.toMillis());
        double even = INTERVAL.toMillis() / (double) partitions;
        for (int i = 1; i < partitions; i++) {
            assertThat((double) millis[i] - millis[i - 1]).isBetween(0.45 * even, 2.1 * even);
        }
    }
}
