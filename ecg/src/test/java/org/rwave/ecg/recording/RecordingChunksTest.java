package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.signal.WaveformChunk;

class RecordingChunksTest {
    private static final int SAMPLES = 1003;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} samples a chunk")
    @ValueSource(ints = {1, 36, 360, 5000})
    void every_sample_comes_once_in_order_and_time(int samplesPerChunk) throws IOException {
        int[] raw = ramp();
        raw[10] = Recording.MISSING;

        try (Recording recording = written(raw, 16)) {
            RecordingChunks chunks = new RecordingChunks(recording, samplesPerChunk, 1_000_000);
            long next = 0;
            for (Optional<WaveformChunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                WaveformChunk cut = chunk.get();
                assertThat(cut.firstSampleIndex()).isEqualTo(next);
                assertThat(cut.startEpochMicros()).isEqualTo(1_000_000 + Math.round(next * 1e6 / 360));
                assertThat(cut.leads()).isEqualTo(recording.leads());
                for (int i = 0; i < 2 * cut.sampleCount(); i++) {
                    int expected = raw[(int) (2 * next) + i];
                    short value = cut.raw(i / 2, i % 2);
                    assertThat((int) value).isEqualTo(expected == Recording.MISSING ? WaveformChunk.MISSING : expected);
                }
                next = cut.endSampleIndex();
            }
            assertThat(next).isEqualTo(SAMPLES);
        }
    }

    @Test
    void cutting_can_start_anywhere() throws IOException {
        try (Recording recording = written(ramp(), 212)) {
            RecordingChunks chunks = new RecordingChunks(recording, 100, 0);

            chunks.seek(900);

            WaveformChunk chunk = chunks.next().orElseThrow();
            assertThat(chunk.firstSampleIndex()).isEqualTo(900);
            assertThat(chunk.startEpochMicros()).isEqualTo(2_500_000);
            assertThat(chunk.raw(0, 0)).isEqualTo((short) 1800);
        }
    }

    @ParameterizedTest(name = "format {0}")
    @ValueSource(ints = {24, 32})
    void values_of_more_than_16_bits_keep_their_voltage(int format) throws IOException {
        StorageFormat storage = StorageFormat.ofCode(format).orElseThrow();
        int[] raw = {storage.lowest(), storage.highest(), 123_456, -123_456, Recording.MISSING, 0};

        try (Recording recording = written(raw, format)) {
            WaveformChunk chunk = new RecordingChunks(recording, 3, 0).next().orElseThrow();
            for (int i = 0; i < 6; i++) {
                Lead lead = recording.leads().get(i % 2);
                Lead fitted = chunk.leads().get(i % 2);
                short value = chunk.raw(i / 2, i % 2);
                if (raw[i] == Recording.MISSING) {
                    assertThat(value).isEqualTo(WaveformChunk.MISSING);
                } else {
                    double oneUnit = fitted.microvoltsPerUnit() * 1e-3;
                    assertThat(Math.abs(fitted.millivolts(value) - lead.millivolts(raw[i])))
                            .isLessThanOrEqualTo(oneUnit);
                }
            }
        }
    }

    @Test
    void a_value_that_does_not_fit_is_refused_with_its_place() throws IOException {
        int[] raw = new int[1000];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = 50 * i;
        }

        try (Recording recording = written(raw, 8)) {
            RecordingChunks chunks = new RecordingChunks(recording, 100, 0);

            assertThatThrownBy(() -> {
                        while (chunks.next().isPresent()) {
                            // to the end
                        }
                    })
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContainingAll("sample 328", "\"I\"", "32800", "16 bits");
        }
    }

    private static int[] ramp() {
        int[] raw = new int[2 * SAMPLES];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = i;
        }
        return raw;
    }

    private Recording written(int[] raw, int format) throws IOException {
        List<Lead> leads = List.of(new Lead("I", "", 5, 1024), new Lead("II", "", 2.5, -7));
        try (WfdbRecordWriter writer =
                new WfdbRecordWriter(folder.resolve("r"), RecordDescription.of(new SamplingRate(360), leads, format))) {
            writer.write(raw, raw.length / 2);
        }
        return Recordings.open(folder.resolve("r"));
    }
}
