package org.rwave.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.Preprocessing;

class OnnxBeatClassifierTest {
    private final TinyModel tiny = new TinyModel();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void gives_what_the_network_says_by_hand(long seed) {
        float[] waveform = noise(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES, seed);
        float[] features = noise(Preprocessing.FEATURES, seed + 100);
        double[] logits = tiny.logits(waveform, features);
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit);
        }

        try (BeatModel model = BeatModel.of(tiny.toBytes(), "tiny");
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            float[] given = classifier.classify(input(waveform, features)).toArray();

            for (int c = 0; c < given.length; c++) {
                assertThat((double) given[c]).isCloseTo(Math.exp(logits[c]) / sum, within(1e-5));
            }
        }
    }

    @Test
    void an_earlier_answer_survives_the_next_beat() {
        BeatInput one = input(noise(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES, 1), features(2));
        BeatInput two = input(noise(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES, 3), features(4));

        try (BeatModel model = BeatModel.of(tiny.toBytes(), "tiny");
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            ClassProbabilities first = classifier.classify(one);
            float[] copy = first.toArray();
            ClassProbabilities second = classifier.classify(two);

            assertThat(first.toArray()).containsExactly(copy);
            assertThat(second).isNotEqualTo(first);
            assertThat(classifier.classify(one)).isEqualTo(first);
        }
    }

    @Test
    void two_classifiers_share_a_model_without_disturbing_each_other() {
        BeatInput one = input(noise(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES, 1), features(2));

        try (BeatModel model = BeatModel.of(tiny.toBytes(), "tiny");
                OnnxBeatClassifier left = new OnnxBeatClassifier(model)) {
            ClassProbabilities before = left.classify(one);
            try (OnnxBeatClassifier right = new OnnxBeatClassifier(model)) {
                assertThat(right.classify(one)).isEqualTo(before);
            }
            assertThat(left.classify(one)).isEqualTo(before);
        }
    }

    @Test
    void names_the_models_hash() {
        try (BeatModel model = BeatModel.of(tiny.toBytes(), "tiny");
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            assertThat(classifier.modelHash()).isEqualTo(model.hash());
        }
    }

    private static float[] features(long seed) {
        return noise(Preprocessing.FEATURES, seed);
    }

    static BeatInput input(float[] waveform, float[] features) {
        BeatInput input = new BeatInput();
        input.set(FloatBuffer.wrap(waveform), FloatBuffer.wrap(features));
        return input;
    }

    static float[] noise(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
