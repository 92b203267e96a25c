package org.rwave.trainer.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordBootstrapTest {
    @Test
    void mean_and_deviation_are_over_the_models() {
        Estimate estimate = RecordBootstrap.estimate(
                        List.of(List.of(1.0, 3.0), List.of(5.0, 7.0)), RecordBootstrapTest::mean)
                .get(0);

        assertThat(estimate.byModel()).containsExactly(2.0, 6.0);
        assertThat(estimate.mean()).isEqualTo(4);
        assertThat(estimate.sd()).isCloseTo(Math.sqrt(8), within(1e-12));
    }

    @Test
    void one_model_has_no_deviation() {
        assertThat(RecordBootstrap.estimate(List.of(List.of(1.0, 3.0)), RecordBootstrapTest::mean)
                        .get(0)
                        .sd())
                .isNaN();
    }

    @Test
    void the_interval_is_the_same_every_time_and_about_as_wide_as_theory_says() {
        List<List<Double>> models =
                List.of(IntStream.range(0, 100).mapToObj(i -> (double) i).toList());

        Estimate estimate =
                RecordBootstrap.estimate(models, RecordBootstrapTest::mean).get(0);

        assertThat(estimate)
                .isEqualTo(RecordBootstrap.estimate(models, RecordBootstrapTest::mean)
                        .get(0));
        double standardError = Math.sqrt((100.0 * 100 - 1) / 12 / 100);
        assertThat(estimate.low()).isCloseTo(49.5 - 1.96 * standardError, within(0.5));
        assertThat(estimate.high()).isCloseTo(49.5 + 1.96 * standardError, within(0.5));
    }

    @Test
    void records_are_drawn_so_equal_records_leave_no_doubt() {
        Estimate estimate = RecordBootstrap.estimate(List.of(List.of(0.7, 0.7, 0.7)), RecordBootstrapTest::mean)
                .get(0);

        assertThat(estimate.low()).isCloseTo(0.7, within(1e-12));
        assertThat(estimate.high()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void draws_in_which_a_figure_is_undefined_do_not_count() {
        Function<List<Double>, double[]> firstIfDefined =
                records -> new double[] {records.contains(-1.0) ? Double.NaN : records.get(0)};

        Estimate estimate = RecordBootstrap.estimate(List.of(List.of(-1.0, 2.0)), firstIfDefined)
                .get(0);

        assertThat(estimate.low()).isEqualTo(2);
        assertThat(estimate.high()).isEqualTo(2);
    }

    @Test
    void models_that_were_tested_on_different_numbers_of_records_are_refused() {
        assertThatThrownBy(() ->
                        RecordBootstrap.estimate(List.of(List.of(1.0), List.of(1.0, 2.0)), RecordBootstrapTest::mean))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1, 2]");
    }

    private static double[] mean(List<Double> records) {
        return new double[] {records.stream().mapToDouble(d -> d).average().orElseThrow()};
    }
}
