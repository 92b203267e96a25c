package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final boolean[] BOTH = {true, true};
    private static final int FIRST = 100;
    private static final int SECOND = 200;

    private final ConditionedHistory history = new ConditionedHistory();

    /** Two complexes, the second of other sizes in the two leads and moved by {@code shift} samples. */
    private double likeness(double firstLead, double secondLead, int shift, boolean... usable) {
        for (int i = 0; i < 300; i++) {
            double first = complex(i - FIRST);
            double second = complex(i - SECOND - shift);
            history.append(new double[] {first + firstLead * second, 0.5 * first + 0.5 * secondLead * second});
        }
        return Likeness.of(history, FIRST, SECOND, usable);
    }

    /** Biphasic, 120 ms long, 1 mV high. */
    private static double complex(int sample) {
        return Math.abs(sample) > 11 ? 0 : Math.sin(Math.PI * sample / 11) + 0.5 * Math.cos(Math.PI * sample / 22);
    }

    @Test
    void is_one_for_the_same_complex() {
        assertThat(likeness(1, 1, 0, BOTH)).isCloseTo(1, within(1e-6));
    }

    @Test
    void forgives_an_R_peak_found_a_little_beside() {
        assertThat(likeness(1, 1, 4, BOTH)).isCloseTo(1, within(1e-6));
        assertThat(new LikenessTest().likeness(1, 1, 8, BOTH)).isLessThan(0.9);
    }

    @Test
    void falls_with_the_size() {
        assertThat(likeness(0.5, 0.5, 0, BOTH)).isCloseTo(0.8, within(0.01));
    }

    @Test
    void falls_when_the_leads_change_their_proportions() {
        assertThat(likeness(1, -1, 0, BOTH)).isLessThan(0.7);
    }

    @Test
    void leaves_a_lead_out_that_cannot_be_used() {
        assertThat(likeness(1, -1, 0, true, false)).isCloseTo(1, within(1e-6));
        assertThat(new LikenessTest().likeness(1, 1, 0, false, false)).isZero();
    }
}
