package org.rwave.ecg.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedNumberTest {
    /** What C prints for %.2f; Java's formatter says 0.13 and 1.01. */
    @Test
    void exact_ties_go_to_the_even_digit_and_near_ties_where_the_binary_value_lies() {
        assertThat(PrintedNumber.fixed(0.125, 6, 2)).isEqualTo("  0.12");
        assertThat(PrintedNumber.fixed(0.375, 6, 2)).isEqualTo("  0.38");
        assertThat(PrintedNumber.fixed(1.005, 4, 2)).isEqualTo("1.00");
        assertThat(PrintedNumber.fixed(100, 6, 2)).isEqualTo("100.00");
    }

    @Test
    void whole_percentages_are_rounded_half_up_and_undefined_ones_are_a_dash() {
        assertThat(PrintedNumber.wholePercent(new Ratio(1, 8))).isEqualTo("  13");
        assertThat(PrintedNumber.wholePercent(new Ratio(0, 0))).isEqualTo("   -");
    }
}
