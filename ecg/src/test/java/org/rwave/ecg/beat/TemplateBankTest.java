package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateBankTest {
    private static final boolean[] BOTH = {true, true};
    private static final double ON_TIME = 0;
    private static final double EARLY = -0.4;

    private final TemplateBank templates = new TemplateBank();
    private final CutWindow narrow = new BeatSignal().narrow(150).window(BOTH);
    private final CutWindow wide = new BeatSignal().wide(150).window(BOTH);

    @Test
    void early_beats_do_not_become_the_dominant_shape_by_being_frequent() {
        templates.learn(narrow, ON_TIME);
        for (int i = 0; i < 60; i++) {
            templates.learn(i % 3 == 0 ? narrow : wide, i % 3 == 0 ? ON_TIME : EARLY);
        }

        assertThat(templates.dominant().correlation(narrow)).isGreaterThan(0.99);
        assertThat(templates.normalFor(wide)).isSameAs(templates.dominant());
    }

    @Test
    void a_second_shape_that_often_comes_on_time_is_compared_with_its_own_kind() {
        for (int i = 0; i < 60; i++) {
            templates.learn(i % 3 == 0 ? wide : narrow, ON_TIME);
        }

        assertThat(templates.dominant().correlation(narrow)).isGreaterThan(0.99);
        assertThat(templates.normalFor(wide).correlation(wide)).isGreaterThan(0.99);
    }

    @Test
    void a_shape_that_stays_takes_over_when_the_old_one_does_not_come_back() {
        for (int i = 0; i < 60; i++) {
            templates.learn(narrow, ON_TIME);
        }
        for (int i = 0; i < 60; i++) {
            templates.learn(wide, ON_TIME);
        }

        assertThat(templates.dominant().correlation(wide)).isGreaterThan(0.99);
    }

    @Test
    void a_shape_remembers_how_early_it_usually_comes() {
        templates.learn(narrow, ON_TIME);
        for (int i = 0; i < 30; i++) {
            templates.learn(narrow, ON_TIME);
            templates.learn(wide, EARLY);
        }

        assertThat(templates.prematurity(templates.bestMatch(wide))).isLessThan(-0.35);
        assertThat(templates.prematurity(templates.bestMatch(narrow))).isZero();
    }
}
