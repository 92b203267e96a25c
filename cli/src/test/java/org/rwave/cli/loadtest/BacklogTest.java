package org.rwave.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacklogTest {
    @Test
    void that_gains_a_tenth_of_the_work_each_second_is_not_steady() {
        Backlog backlog = backlog(second -> 100 + 100L * second);

        assertThat(backlog.isSteady()).isFalse();
        assertThat(backlog.growthSeconds()).isCloseTo(5.9, within(0.01)); // 59 intervals of 100 beats, 1000 a second
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void that_only_goes_up_and_down_is_steady(long seed) {
        Random random = new Random(seed);

        assertThat(backlog(second -> 50 + random.nextInt(200)).isSteady()).isTrue();
    }

    @Test
    void that_shrinks_is_steady() {
        assertThat(backlog(second -> 10_000 - 100L * second).isSteady()).isTrue();
    }

    @Test
    void of_the_ramp_does_not_count() {
        List<Second> seconds = IntStream.range(0, 60)
                .mapToObj(i -> second(i, i < 30 ? 1000L * i : 80, i >= 30))
                .toList();

        assertThat(Backlog.of(seconds).isSteady()).isTrue();
        assertThat(Backlog.of(seconds).meanSeconds()).isCloseTo(0.08, within(1e-9));
    }

    private static Backlog backlog(IntToLongFunction beats) {
        return Backlog.of(IntStream.range(0, 60)
                .mapToObj(i -> second(i, beats.applyAsLong(i), true))
                .toList());
    }

    private static Second second(int at, long backlog, boolean steady) {
        return new Second(
                at, steady, 4000, 1000, backlog, Latencies.histogram(), Latencies.histogram(), List.of(), List.of());
    }
}
