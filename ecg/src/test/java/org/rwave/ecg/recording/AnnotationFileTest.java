package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rwave.ecg.signal.SamplingRate;

class AnnotationFileTest {
    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_written_is_read(int seed) throws IOException {
        Random random = new Random(seed);
        long[] gaps = {0, 1, 1022, 1023, 1024, 65_536, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, 5_000_000_000L};
        String[] texts = {"", "(N", "(AFIB", "x".repeat(254), "\u00e9\u00fc", "two words"};
        List<Annotation> annotations = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < 300; i++) {
            AnnotationCode code = AnnotationCode.values()[random.nextInt(AnnotationCode.values().length)];
            at += gaps[random.nextInt(gaps.length)];
            annotations.add(new Annotation(
                    at,
                    code,
                    random.nextInt(256) - 128,
                    random.nextInt(256),
                    random.nextInt(256),
                    texts[random.nextInt(texts.length)]));
        }
        Path file = folder.resolve("r.rwv");

        AnnotationFile.write(file, annotations);

        assertThat(AnnotationFile.read(file)).isEqualTo(annotations);
        assertThat(Files.exists(folder.resolve("r.rwv.part"))).isFalse();
    }

    /** annot(5): the words of a beat 18 samples in with channel 1, then a rhythm after a long gap. */
    @Test
    void words_are_those_of_the_format() {
        List<Annotation> annotations = List.of(
                new Annotation(18, AnnotationCode.NORMAL, -1, 1, 2, ""),
                new Annotation(18 + 0x12345, AnnotationCode.RHYTHM_CHANGE, 0, 1, 2, "(N"));

        byte[] bytes = new AnnotationEncoder().encode(AnnotationSet.of(annotations));

        assertThat(bytes).isEqualTo(new byte[] {
            0x12,
            0x04, // N after 18
            (byte) 0xFF,
            (byte) 0xF7, // SUB -1
            0x01,
            (byte) 0xF8, // CHN 1
            0x02,
            (byte) 0xF0, // NUM 2
            0x00,
            (byte) 0xEC,
            0x01,
            0x00,
            0x45,
            0x23, // SKIP, high word first
            0x00,
            0x70, // +
            0x03,
            (byte) 0xFC,
            '(',
            'N',
            0,
            0, // AUX of 3 bytes, padded
            0,
            0
        });
    }

    @Test
    void annotations_are_sorted_by_position_and_keep_their_order_within_it() throws IOException {
        Annotation late = Annotation.of(500, AnnotationCode.NORMAL);
        Annotation rhythm = new Annotation(100, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, "(N");
        Annotation beat = Annotation.of(100, AnnotationCode.NORMAL);
        Path file = folder.resolve("r.rwv");

        AnnotationFile.write(file, List.of(late, rhythm, beat));

        assertThat(AnnotationFile.read(file)).containsExactly(rhythm, beat, late);
    }

    @Test
    void positions_at_another_time_resolution_are_brought_to_the_record_s() throws IOException {
        Path file = folder.resolve("r.qrs");
        List<Annotation> annotations =
                List.of(Annotation.of(1000, AnnotationCode.NORMAL), Annotation.of(1999, AnnotationCode.NORMAL));
        AnnotationFile.write(file, new AnnotationSet(annotations, Optional.of(new SamplingRate(1000)), List.of()));

        assertThat(AnnotationFile.read(file)).isEqualTo(annotations);
        assertThat(AnnotationFile.read(file, new SamplingRate(360)))
                .extracting(Annotation::sampleIndex)
                .containsExactly(360L, 720L);
    }

    @Test
    void skips_of_the_reference_file_with_huge_gaps_add_up() throws IOException {
        Path file = TestData.folder("wfdb-conformance").resolve("sample-data/huge.qrs");

        List<Annotation> annotations = AnnotationFile.read(file);

        assertThat(annotations).containsExactly(Annotation.of(10_000_000_000L, AnnotationCode.NORMAL));
    }

    @Test
    void a_truncated_file_is_refused_with_its_end() throws IOException {
        Path file = folder.resolve("r.atr");
        byte[] whole = new AnnotationEncoder()
                .encode(AnnotationSet.of(List.of(new Annotation(18, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, "(AFIB"))));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> AnnotationFile.read(file))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContainingAll(file.toString(), "byte ", "it ends");
        }
    }

    @Test
    void a_file_of_another_kind_and_an_absent_one_are_refused() throws IOException {
        Path file = folder.resolve("r.atr");
        Files.writeString(file, "\u007f\u00ef\u00bf\u00bf nonsense");

        assertThatThrownBy(() -> AnnotationFile.read(file)).isInstanceOf(RecordingException.class);
        assertThatThrownBy(() -> AnnotationFile.read(folder.resolve("none.atr")))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void a_field_that_the_format_cannot_hold_is_refused() {
        for (Annotation unfit : List.of(
                new Annotation(1, AnnotationCode.NORMAL, 128, 0, 0, ""),
                new Annotation(1, AnnotationCode.NORMAL, 0, 256, 0, ""),
                new Annotation(1, AnnotationCode.NORMAL, 0, 0, -1, ""))) {
            assertThatThrownBy(() -> AnnotationFile.write(folder.resolve("r.rwv"), List.of(unfit)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(unfit.toString());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void text_that_the_format_cannot_hold_is_refused() {
        Annotation tooLong = new Annotation(1, AnnotationCode.COMMENT, 0, 0, 0, "x".repeat(255));

        assertThatThrownBy(() -> AnnotationFile.write(folder.resolve("r.rwv"), List.of(tooLong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("255 bytes");
    }
}
