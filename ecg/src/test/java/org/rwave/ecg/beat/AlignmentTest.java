package org.rwave.ecg.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {
    private static final boolean[] BOTH = {true, true};

    private final ConditionedHistory history = new ConditionedHistory();
    private final TemplateBank templates = new TemplateBank();
    private final Alignment alignment = new Alignment(BeatCutter.REFINEMENT_REACH);

    @ParameterizedTest(name = "found {0} samples late")
    @ValueSource(ints = {-10, -3, 0, 1, 8, 10})
    void a_beat_of_known_shape_is_put_on_top_of_it_wherever_it_was_found(int late) {
        BeatSignal signal = new BeatSignal().narrow(150).narrow(350);
        append(signal, 500);
        learn(150);

        long aligned = alignment.align(history, templates, 350 + late, BOTH);

        assertThat(aligned).isEqualTo(350);
    }

    @Test
    void a_beat_of_unknown_shape_stays_where_it_was_found() {
        BeatSignal signal = new BeatSignal().narrow(150).wide(350);
        append(signal, 500);
        learn(150);

        assertThat(alignment.align(history, templates, 353, BOTH)).isEqualTo(353);
    }

    @Test
    void the_first_beat_stays_where_it_was_found() {
        append(new BeatSignal().narrow(150), 300);

        assertThat(alignment.align(history, templates, 155, BOTH)).isEqualTo(155);
    }

    private void append(BeatSignal signal, int samples) {
        for (int i = 0; i < samples; i++) {
            history.append(signal.at(i));
        }
    }

    private void learn(long fiducial) {
        CutWindow window = new CutWindow();
        window.cut(history, fiducial, BOTH);
        templates.learn(window, 0);
    }
}
