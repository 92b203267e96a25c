package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdfTest {
    @TempDir
    Path folder;

    /** The same signals were converted to a WFDB record by WFDB's own {@code edf2mit}. */
    @Test
    void an_edf_file_has_the_samples_of_the_record_that_was_made_of_it() throws IOException {
        Path samples = TestData.folder("wfdb-conformance").resolve("sample-data");

        try (Recording edf = Recordings.open(samples.resolve("test_generator_2.edf"));
                Recording wfdb = new SelectedSignals(
                        Recordings.open(samples.resolve("test_generator_2"), Resolution.FULL),
                        new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})) {
            assertThat(edf.rate().hertz()).isEqualTo(200);
            assertThat(edf.length()).hasValue(120_000).isEqualTo(wfdb.length());
            assertThat(edf.start()).isEqualTo(wfdb.start()).contains(Instant.parse("2009-12-10T12:44:02Z"));
            for (int lead = 0; lead < 11; lead++) {
                // Two signals are in degrees, which count as they were millivolts.
                double microvolts = edf.signals().get(lead).isVoltage() ? 1 : 1000;
                assertThat(edf.leads().get(lead).microvoltsPerUnit())
                        .isCloseTo(microvolts / 32.7675, within(1e-9 * microvolts));
            }
            int[] ofEdf = new int[11 * 1000];
            int[] ofWfdb = new int[11 * 1000];
            for (int n = edf.read(ofEdf, 1000); n > 0; n = edf.read(ofEdf, 1000)) {
                assertThat(wfdb.read(ofWfdb, 1000)).isEqualTo(n);
                assertThat(ofEdf).isEqualTo(ofWfdb);
            }
        }
    }

    @Test
    void texts_of_an_edf_plus_file_become_comments() throws IOException {
        Path file = TestData.folder("wfdb-conformance").resolve("sample-data/test_edfann.edf");

        List<Annotation> annotations = Recordings.edfAnnotations(file, Resolution.FRAME);

        assertThat(annotations).isNotEmpty().allMatch(a -> a.code() == AnnotationCode.COMMENT);
        assertThat(annotations.get(0).aux()).isEqualTo("Sleep stage W [30 s]");
        assertThat(annotations.stream().map(Annotation::aux)).anyMatch(aux -> aux.startsWith("Lights off"));
        assertThatThrownBy(() -> Recordings.open(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContainingAll("test_edfann", "annotations alone");
    }

    @Test
    void signals_of_several_rates_come_at_a_common_one_or_at_the_highest() throws IOException {
        Path file = folder.resolve("two.edf");
        // Two data records of one second: an ECG of 4 samples, a respiration of 2.
        Files.write(file, edf("EDF+C", "2", "1", new int[] {4, 2}, 1, 3, 5, 7, 100, 200, 9, 11, 13, 15, 300, 400));

        try (Recording frames = Recordings.open(file);
                Recording full = Recordings.open(file, Resolution.FULL);
                Recording ecg = Recordings.openEcg(file)) {
            assertThat(frames.rate().hertz()).isEqualTo(2);
            assertThat(all(frames)).containsExactly(2, 100, 6, 200, 10, 300, 14, 400);
            assertThat(full.rate().hertz()).isEqualTo(4);
            assertThat(all(full)).containsExactly(1, 100, 3, 100, 5, 200, 7, 200, 9, 300, 11, 300, 13, 400, 15, 400);
            assertThat(ecg.leads()).hasSize(1);
            assertThat(ecg.leads().get(0).millivolts(1000)).isCloseTo(1, within(1e-9));
            assertThat(all(ecg)).containsExactly(1, 3, 5, 7, 9, 11, 13, 15);
        }
    }

    @Test
    void an_unknown_number_of_records_follows_from_the_size() throws IOException {
        Path file = folder.resolve("open.edf");
        Files.write(file, edf("", "-1", "1", new int[] {2, 1}, 1, 2, 3, 4, 5, 6));

        try (Recording recording = Recordings.open(file, Resolution.FULL)) {
            assertThat(recording.length()).hasValue(4);
        }
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "EDF+D, 2, 1, discontinuous",
        "EDF+C, 3, 1, truncated",
        "EDF+C, x, 1, the number of data records is",
        "EDF+C, -7, 1, the number of data records is -7",
        "EDF+C, 2, nan, the duration of a data record",
    })
    void a_file_that_cannot_be_read_is_refused(String kind, String records, String seconds, String reason)
            throws IOException {
        Path file = folder.resolve("bad.edf");
        Files.write(file, edf(kind, records, seconds, new int[] {2, 1}, 1, 2, 3, 4, 5, 6));

        assertThatThrownBy(() -> Recordings.open(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContainingAll("bad", file.toString(), "byte ", reason);
    }

    @Test
    void a_file_cut_inside_its_header_is_refused() throws IOException {
        Path file = folder.resolve("bad.edf");
        byte[] whole = edf("EDF+C", "1", "1", new int[] {2, 1}, 1, 2, 3);
        for (int length : new int[] {0, 1, 255, 256, 700, 767}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> Recordings.open(file))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContaining("byte " + length);
        }
    }

    private static int[] all(Recording recording) throws IOException {
        int[] raw = new int[1000];
        int count = recording.read(raw, 1000 / recording.leads().size());
        return Arrays.copyOf(raw, count * recording.leads().size());
    }

    static byte[] edf(String kind, String records, String seconds, int[] samplesPerRecord, int... values) {
        int signals = samplesPerRecord.length;
        StringBuilder text = new StringBuilder();
        field(text, 8, "0");
        field(text, 80, "patient");
        field(text, 80, "recording");
        field(text, 16, "01.02.2603.04.05");
        field(text, 8, Integer.toString(256 * (signals + 1)));
        field(text, 44, kind);
        field(text, 8, records);
        field(text, 8, seconds);
        field(text, 4, Integer.toString(signals));
        String[][] columns = {
            {"16", "ECG II", "Resp"},
            {"80", "", ""},
            {"8", "uV", "l"},
            {"8", "-32768", "-100"},
            {"8", "32767", "100"},
            {"8", "-32768", "-32768"},
            {"8", "32767", "32767"},
            {"80", "", ""}
        };
        for (String[] column : columns) {
            for (int i = 0; i < signals; i++) {
                field(text, Integer.parseInt(column[0]), column[i + 1]);
            }
        }
        for (int samples : samplesPerRecord) {
            field(text, 8, Integer.toString(samples));
        }
        field(text, 32 * signals, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
        for (int value : values) {
            out.write(value);
            out.write(value >> 8);
        }
        return out.toByteArray();
    }

    private static void field(StringBuilder text, int width, String value) {
        text.append(value).append(" ".repeat(width - value.length()));
    }
}
