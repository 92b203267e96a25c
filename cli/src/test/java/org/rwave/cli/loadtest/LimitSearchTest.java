package org.rwave.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitSearchTest {
    @ParameterizedTest(name = "limit {0}")
    @ValueSource(ints = {1_000, 1_234, 5_000, 13_579, 40_000})
    void comes_within_five_in_a_hundred_of_the_limit(int limit) throws InterruptedException {
        LimitSearch search = new LimitSearch();

        search.search(1_000, patients -> result(patients, patients <= limit));

        int found = search.best().orElseThrow().settings().patients();
        assertThat(found).isBetween((int) (limit / 1.05) - 1, limit);
        assertThat(search.tried()).hasSizeLessThan(15);
    }

    @Test
    void searches_downwards_when_the_first_number_is_too_many() throws InterruptedException {
        LimitSearch search = new LimitSearch();

        search.search(1_000, patients -> result(patients, patients <= 300));

        assertThat(search.best().orElseThrow().settings().patients()).isBetween(285, 300);
    }

    @Test
    void gives_up_when_a_tenth_of_the_first_number_is_too_many() throws InterruptedException {
        LimitSearch search = new LimitSearch();

        search.search(1_000, patients -> result(patients, false));

        assertThat(search.best()).isEmpty();
        assertThat(search.tried()).extracting(LimitSearch.Tried::patients).containsExactly(1_000, 500, 250, 125);
    }

    @Test
    void a_run_is_given_up_only_when_all_are_there_and_far_behind() {
        assertThat(LimitSearch.isHopeless(second(20_000, true), 1_000)).isTrue();
        assertThat(LimitSearch.isHopeless(second(20_000, false), 1_000)).isFalse();
        assertThat(LimitSearch.isHopeless(second(3_000, true), 1_000)).isFalse();
    }

    private static Second second(long backlog, boolean steady) {
        return new Second(
                9, steady, 4000, 8, backlog, Latencies.histogram(), Latencies.histogram(), List.of(), List.of());
    }

    private static LoadResult result(int patients, boolean isSustained) {
        LoadSettings settings = new LoadSettings(
                patients, Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ZERO, 2, 360, Optional.empty());
        return new LoadResult(
                settings,
                "",
                250,
                new Latencies(),
                Latencies.histogram(),
                List.of(),
                new Ledger.Totals(1, isSustained ? 1 : 0, isSustained ? 0 : 1, 0, 0),
                Map.of(),
                0);
    }
}
