package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Value for value against what WFDB's {@code rdsamp} and {@code rdann} printed (wfdb-python's expected outputs; physical
 * values with 8 decimals, so a difference of 5e-9 is allowed).
 */
class WfdbConformanceTest {
    private static final double PRINTED_PRECISION = 5.0001e-9;

    @ParameterizedTest(name = "{0}: {1} {2} from {3}, signals {5}, {6}")
    @CsvSource({
        "record-1a, test01_00s, FRAME, 0, 4000, 0 1 2 3, digital",
        "record-1b, a103l, FRAME, 12500, 27500, 2 0, physical",
        "record-1c, a103l, FRAME, 20000, 62500, 0 1, digital",
        "record-1d, 3000003_0003, FRAME, 125, 875, 1, physical",
        "record-1f.gz, binformats, FRAME, 0, 499, 0 1 2 3 4 5 6 7 8 9, digital",
        "record-2b, 100, FRAME, 1, 10799, 1, digital",
        "record-2c, 100_3chan, FRAME, 0, 999, 0 1 2, physical",
        "record-2d, 310derive, FRAME, 2, 1024, 0 1, digital",
        "record-2e, 311derive, FRAME, 1, 977, 0, physical",
        "record-3b, s0010_re, FRAME, 5000, 33000, 13 0 4 8 3, physical",
        "record-4a, test01_00s_skewframe, FRAME, 0, 3997, 0 1 2, digital",
        "record-4b, 03700181, FRAME, 0, 74996, 0 1 2, digital",
        "record-4c, 03700181, FRAME, 1000, 15000, 0 2, physical",
        "record-4d, test01_00s_skewframe, FULL, 0, 7994, 0 1 2, physical",
        "record-multi-fixed-c, multi-segment/fixed1/v102s, FRAME, 70000, 10000, 1 0 3, physical",
        "record-multi-fixed-d.gz, multi-segment/041s/041s, FULL, 0, 8000, 3 2 1, digital",
        "record-multi-variable-a, multi-segment/s00001/s00001-2896-10-10-00-31, FRAME, 14428365, 10, 0 1 2 3, physical",
        "record-multi-variable-d, multi-segment/p000878/p000878-2137-10-26-16-57, FRAME, 3550, 3950, 0 1, digital",
    })
    void samples_are_those_that_rdsamp_prints(
            String expectedFile,
            String record,
            Resolution resolution,
            long from,
            int count,
            String signals,
            String kind)
            throws IOException {
        Path folder = TestData.folder("wfdb-conformance");
        List<String[]> expected = table(folder.resolve("expected").resolve(expectedFile));
        int[] selected =
                Arrays.stream(signals.split(" ")).mapToInt(Integer::parseInt).toArray();

        try (Recording all = Recordings.open(folder.resolve("sample-data").resolve(record), resolution);
                Recording recording = new SelectedSignals(all, selected)) {
            recording.seek(from);
            int[] raw = new int[count * selected.length];
            assertThat(recording.read(raw, count)).isEqualTo(count);

            assertThat(expected).hasSize(count);
            assertAgree(raw, expected, kind, recording.signals());
        }
    }

    /** The file of the segment that holds the first of the printed samples is not among the samples. */
    @Test
    void a_segment_without_its_file_is_refused_when_it_is_reached_and_the_rest_is_read() throws IOException {
        Path folder = TestData.folder("wfdb-conformance");
        Path record = folder.resolve("sample-data/multi-segment/s00001/s00001-2896-10-10-00-31");
        List<String[]> expected = table(folder.resolve("expected/record-multi-variable-b"));

        try (Recording recording = Recordings.open(record)) {
            int[] raw = new int[4 * 10];

            recording.seek(14428364);
            assertThatThrownBy(() -> recording.read(raw, 10))
                    .isInstanceOf(RecordingException.class)
                    .hasMessageContainingAll("record 3975656_0011", "3975656_0011.dat is not there");
            recording.seek(14428365);
            assertThat(recording.read(raw, 10)).isEqualTo(10);

            assertAgree(raw, expected.subList(1, 11), "physical", recording.signals());
        }
    }

    private static void assertAgree(int[] raw, List<String[]> expected, String kind, List<RecordedSignal> signals) {
        for (int i = 0; i < raw.length; i++) {
            int signal = i % signals.size();
            String printed = expected.get(i / signals.size())[signal];
            if (!agrees(raw[i], printed, kind, signals.get(signal))) {
                assertThat(raw[i])
                        .as("sample %d, signal %d", i / signals.size(), signal)
                        .asString()
                        .isEqualTo(printed);
            }
        }
    }

    /** Missing is "-" among physical values; among digital ones it is the code of the file's format. */
    private static boolean agrees(int value, String printed, String kind, RecordedSignal signal) {
        if (kind.equals("physical")) {
            return value == Recording.MISSING
                    ? printed.equals("-")
                    : !printed.equals("-")
                            && Math.abs(signal.physical(value) - Double.parseDouble(printed)) <= PRINTED_PRECISION;
        }
        String missingCode = Integer.toString(-1 << (signal.storedBits() - 1));
        return printed.equals(value == Recording.MISSING ? missingCode : Integer.toString(value));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ann-1, 100.atr", "ann-2, 12726.anI", "ann-3, 1003.atr"})
    void annotations_are_those_that_rdann_prints(String expectedFile, String annotations) throws IOException {
        Path folder = TestData.folder("wfdb-conformance");
        List<String> expected = lines(folder.resolve("expected").resolve(expectedFile)).stream()
                .map(line -> line.replaceFirst("^\\s*(\\[.*]|\\S+)\\s+", ""))
                .toList();

        AnnotationSet set = AnnotationFile.readSet(folder.resolve("sample-data").resolve(annotations));

        assertThat(set.annotations().stream().map(WfdbConformanceTest::printed)).isEqualTo(expected);
    }

    /** A line of {@code rdann}, without its time. */
    private static String printed(Annotation a) {
        String columns = "%d %5s %4d %4d %4d"
                .formatted(a.sampleIndex(), a.code().mnemonic(), a.subtype(), a.channel(), a.number());
        return a.aux().isEmpty() ? columns : columns + "\t" + a.aux();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"flacformats", "flac_3_constant", "mixedsignals"})
    void flac_records_are_refused_with_the_way_out(String record) {
        Path path = TestData.folder("wfdb-conformance").resolve("sample-data").resolve(record);

        assertThatThrownBy(() -> Recordings.open(path))
                .isInstanceOf(RecordingException.class)
                .hasMessageContainingAll(record + ".hea", "line at byte", "FLAC", "xform");
    }

    @Test
    void definitions_and_annotations_of_a_file_are_told_apart() throws IOException {
        Path file = TestData.folder("wfdb-conformance").resolve("sample-data/1003.atr");

        AnnotationSet set = AnnotationFile.readSet(file);

        assertThat(set.definitions())
                .hasSize(6)
                .contains(new AnnotationSet.Definition(AnnotationCode.UNDEFINED_15, "c", "calibration pulse"));
        assertThat(new AnnotationDecoder(file, new AnnotationEncoder().encode(set)).decode())
                .isEqualTo(set);
        assertThat(set.annotations()).hasSize(957).noneMatch(a -> a.aux().startsWith("##"));
    }

    private static List<String[]> table(Path file) throws IOException {
        return lines(file).stream().map(line -> line.strip().split("\\s+")).toList();
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
