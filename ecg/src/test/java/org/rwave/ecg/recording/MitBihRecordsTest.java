package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every record of the data bases reads to its end, where initial values and checksums are held against the header. */
class MitBihRecordsTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"mitdb", "vfdb", "nstdb"})
    void every_record_agrees_with_the_checksums_of_its_header(String database) throws IOException {
        Path folder = TestData.folder(database);

        for (Path header : filesOf(folder, ".*\\.hea")) {
            try (Recording recording = Recordings.open(header)) {
                int[] raw = new int[2 * 4096];
                long samples = 0;
                for (int n = recording.read(raw, 4096); n > 0; n = recording.read(raw, 4096)) {
                    samples += n;
                }

                assertThat(recording.length()).hasValue(samples);
                assertThat(recording.leads()).hasSize(2);
            }
        }
    }

    /** Five old files of mitdb leave out the NUL after their texts; all others come back byte for byte. */
    @ParameterizedTest(name = "{0}: {1} files byte for byte")
    @CsvSource({"mitdb, 43", "vfdb, 22", "nstdb, 2", "ec57-golden/gqrs, 48", "ec57-golden/osea, 48"})
    void every_annotation_file_is_written_back_as_it_was(String database, int expectedIdentical) throws IOException {
        int identical = 0;
        for (Path file : filesOf(TestData.folder(database), ".*\\.(atr|gqrs|osea)")) {
            AnnotationSet annotations = AnnotationFile.readSet(file);

            byte[] written = new AnnotationEncoder().encode(annotations);

            assertThat(new AnnotationDecoder(file, written).decode()).isEqualTo(annotations);
            identical += Arrays.equals(written, Files.readAllBytes(file)) ? 1 : 0;
        }
        assertThat(identical).isEqualTo(expectedIdentical);
    }

    @Test
    void record_100_starts_with_the_samples_that_rdsamp_prints() throws IOException {
        try (Recording recording = Recordings.open(TestData.folder("mitdb").resolve("100"))) {
            int[] raw = new int[2];

            recording.read(raw, 1);

            assertThat(raw).containsExactly(995, 1011);
            assertThat(recording.leads().get(0).millivolts(raw[0])).isEqualTo(-0.145);
            assertThat(recording.rate().hertz()).isEqualTo(360);
        }
    }

    private static List<Path> filesOf(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().matches(pattern)).sorted().toList();
        }
    }
}
