package org.rwave.trainer.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.LabelledBeat;

class OcclusionTest {
    private static final int WINDOW = Preprocessing.WINDOW_SAMPLES;

    /** V's log-odds are feature 3 plus the beat's sample 70 plus twice its difference from the template there. */
    private static final class Toy implements BeatClassifier {
        @Override
        public ClassProbabilities classify(BeatInput input) {
            double logOdds = input.feature(3) + input.waveform(0, 70) + 2 * input.waveform(Preprocessing.LEADS, 70);
            float v = (float) (1 / (1 + Math.exp(-logOdds)));
            return ClassProbabilities.of(1 - v, 0, v, 0, 0);
        }

        @Override
        public String modelHash() {
            return "toy";
        }
    }

    private final List<LabelledBeat> beats = List.of(beat(2, 1.5f, 0.5f), beat(0, 1, 0), beat(1, 1, 0));
    private final Occlusion occlusion = new Occlusion(record -> new Toy(), beats);

    @Test
    void a_hidden_feature_becomes_its_median() {
        double effect = effect(beats.subList(0, 1), BeatClass.V, new BeatPart("", 0, 0, List.of(3)));

        assertThat(effect).isCloseTo(2 - 1, within(1e-4));
    }

    @Test
    void a_hidden_stretch_becomes_the_template_and_no_longer_differs_from_it() {
        double effect = effect(beats.subList(0, 1), BeatClass.V, new BeatPart("", 70, 71, List.of()));

        assertThat(effect).isCloseTo(0.5 + 2 * 0.5, within(1e-4));
    }

    @Test
    void what_the_classifier_does_not_look_at_has_no_effect() {
        assertThat(effect(beats, BeatClass.V, new BeatPart("", 71, WINDOW, List.of(0, 1))))
                .isZero();
    }

    @Test
    void the_effect_is_the_mean_over_beats_and_opposite_for_the_other_class() {
        BeatPart part = new BeatPart("", 0, 0, List.of(3));

        assertThat(effect(beats, BeatClass.V, part)).isCloseTo((1 - 1 + 0) / 3.0, within(1e-4));
        assertThat(effect(beats.subList(0, 1), BeatClass.N, part)).isCloseTo(-1, within(1e-4));
    }

    private double effect(List<LabelledBeat> of, BeatClass beatClass, BeatPart part) {
        return occlusion.effects(of, beatClass, List.of(part))[0];
    }

    private static LabelledBeat beat(float feature, float sample, float difference) {
        float[] waveform = new float[Preprocessing.CHANNELS * WINDOW];
        waveform[70] = sample;
        waveform[Preprocessing.LEADS * WINDOW + 70] = difference;
        float[] features = new float[Preprocessing.FEATURES];
        features[3] = feature;
        BeatInput input = new BeatInput();
        input.set(FloatBuffer.wrap(waveform), FloatBuffer.wrap(features));
        return new LabelledBeat("101", 0, BeatClass.V, input);
    }
}
