package org.rwave.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.Preprocessing;

class GoldenBeatsTest {
    @Test
    void a_beat_is_read_as_it_was_written() throws IOException {
        BeatInput input = OnnxBeatClassifierTest.input(
                OnnxBeatClassifierTest.noise(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES, 1),
                OnnxBeatClassifierTest.noise(Preprocessing.FEATURES, 2));
        String line = GoldenBeats.format("100:77", input, new float[] {0.5f, 0.25f, 0.25f, 0, 0});

        List<GoldenBeats.GoldenBeat> beats = read("# comment\n" + line + "\n");

        assertThat(beats).hasSize(1);
        assertThat(beats.get(0).name()).isEqualTo("100:77");
        assertThat(GoldenBeats.format(
                        "100:77", beats.get(0).input(), beats.get(0).expected().toArray()))
                .isEqualTo(line);
    }

    @Test
    void a_line_with_too_few_numbers_is_refused_with_its_place() {
        assertThatThrownBy(() -> read("# comment\n100:77 0.5 0.5\n"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("golden:2:");
    }

    private static List<GoldenBeats.GoldenBeat> read(String text) throws IOException {
        return GoldenBeats.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "golden");
    }
}
