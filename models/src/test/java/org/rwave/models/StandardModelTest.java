package org.rwave.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.models.GoldenBeats.GoldenBeat;

class StandardModelTest {
    @Test
    void gives_the_golden_probabilities() throws IOException {
        List<GoldenBeat> beats = GoldenBeats.standard();

        assertThat(beats).hasSizeGreaterThanOrEqualTo(20);
        try (BeatModel model = BeatModel.standard();
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            for (GoldenBeat beat : beats) {
                for (BeatClass beatClass : BeatClass.values()) {
                    assertThat(classifier.classify(beat.input()).of(beatClass))
                            .as("%s, class %s", beat.name(), beatClass)
                            .isCloseTo(beat.expected().of(beatClass), within(GoldenBeats.TOLERANCE));
                }
            }
        }
    }

    @Test
    void its_golden_beats_and_its_card_are_of_the_same_file() throws IOException {
        try (BeatModel model = BeatModel.standard()) {
            assertThat(resource("standard.golden.txt")).contains(model.hash());
            assertThat(resource("standard.md")).contains(model.hash());
        }
    }

    @Test
    void it_learned_from_ds1_alone() {
        try (BeatModel model = BeatModel.standard()) {
            assertThat(model.metadata().split()).isEqualTo("DS1");
            assertThat(model.metadata().records())
                    .isEqualTo(
                            "101 106 108 109 112 114 115 116 118 119 122 124 201 203 205 207 208 209 215 220 223 230");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = BeatModel.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
