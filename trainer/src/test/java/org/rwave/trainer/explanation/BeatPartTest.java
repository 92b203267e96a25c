package org.rwave.trainer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatFeature;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.beat.Segment;

class BeatPartTest {
    @Test
    void every_feature_is_in_one_of_the_named_groups() {
        assertThat(BeatPart.named().stream()
                        .skip(6)
                        .flatMap(part -> part.features().stream())
                        .sorted())
                .containsExactlyElementsOf(
                        IntStream.range(0, Preprocessing.FEATURES).boxed().toList());
    }

    @Test
    void the_QRS_complex_is_its_waveform_and_its_features() {
        BeatPart qrs = BeatPart.named().get(1);

        assertThat(qrs.from()).isEqualTo(Segment.QRS.from());
        assertThat(qrs.to()).isEqualTo(Segment.QRS.to());
        assertThat(qrs.features())
                .isNotEmpty()
                .allMatch(index -> BeatFeature.all().get(index).name().contains("QRS"));
    }

    @Test
    void stretches_cover_the_window() {
        List<BeatPart> stretches = BeatPart.stretches();

        assertThat(stretches.get(0).from()).isZero();
        assertThat(stretches.get(stretches.size() - 1).to()).isEqualTo(Preprocessing.WINDOW_SAMPLES);
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).from()).isLessThan(stretches.get(i - 1).to());
        }
    }

    @Test
    void a_stretch_outside_the_window_is_refused() {
        assertThatThrownBy(() -> new BeatPart("late", 150, Preprocessing.WINDOW_SAMPLES + 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("part late");
    }
}
