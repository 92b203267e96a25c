package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.score.ClassMapping;

class ServedPlayTest {
    private static final int SURE = 1000;

    @Test
    void answers_are_those_of_the_monitor_its_memory_of_forms_included() throws IOException {
        List<BeatClass> truths = new ArrayList<>();
        List<ClassProbabilities> answers = new ArrayList<>();

        play().play("119", CaptureVariant.REFERENCE, new SureAtFirst(), (sample, truth, said) -> {
            truths.add(truth);
            answers.add(said);
        });

        assertThat(truths).hasSize(1987);
        assertThat(truths).filteredOn(truth -> truth == BeatClass.V).hasSize(444);
        assertThat(answers.get(0).of(BeatClass.V)).isEqualTo(0.95f);
        assertThat(answers.get(SURE + 5).of(BeatClass.V))
                .as("said by the model: 0.3")
                .isGreaterThan(0.7f);
    }

    @Test
    void a_record_of_the_test_set_is_refused() {
        assertThatThrownBy(() ->
                        play().play("100", CaptureVariant.REFERENCE, new SureAtFirst(), (sample, truth, said) -> {}))
                .hasMessageContaining("100")
                .hasMessageContaining("DS2");
    }

    private static ServedPlay play() throws IOException {
        return new ServedPlay(
                RecordAccess.forTraining(TestData.folder("mitdb")),
                ClassMapping.LITERATURE,
                List.of(CaptureVariant.REFERENCE));
    }

    /** V with 0.95 for a thousand beats, then with 0.3. */
    private static final class SureAtFirst implements BeatClassifier {
        private int beats;

        @Override
        public ClassProbabilities classify(BeatInput input) {
            float ventricular = beats++ < SURE ? 0.95f : 0.3f;
            return ClassProbabilities.of(1 - ventricular, 0, ventricular, 0, 0);
        }

        @Override
        public String modelHash() {
            return "sure at first";
        }
    }
}
