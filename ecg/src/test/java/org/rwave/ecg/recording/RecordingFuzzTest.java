package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/** Damaged files read or are refused with {@link RecordingException}: never another exception, a hang or an overflow. */
class RecordingFuzzTest {
    private static final int MUTATIONS_PER_SEED = 40;
    private static final int[] FORMATS = {8, 16, 24, 32, 61, 80, 160, 212, 310, 311};
    private static final List<String> TOKENS = List.of(
            "0",
            "-1",
            "99999999",
            "2147483648",
            "1e308",
            "NaN",
            "~",
            "/",
            "(",
            ")",
            "x",
            ":",
            "+",
            "16x3",
            "212:2",
            "8",
            "\n",
            " ",
            "#",
            "r",
            "1/3",
            "508",
            "\u00e9");

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damaged_records_read_or_are_refused(int seed) throws IOException {
        Random random = new Random(seed);
        int format = FORMATS[seed % FORMATS.length];
        writeRecord("a", format, random);
        writeRecord("b", format, random);
        Files.writeString(folder.resolve("multi.hea"), "multi/3 2 360 1030\na 500\n~ 30\nb 500\n");
        byte[] header = Files.readAllBytes(folder.resolve("a.hea"));
        byte[] data = Files.readAllBytes(folder.resolve("a.dat"));
        byte[] multi = Files.readAllBytes(folder.resolve("multi.hea"));
        int refused = 0;
        for (int i = 0; i < MUTATIONS_PER_SEED; i++) {
            Files.write(folder.resolve("a.hea"), random.nextInt(4) == 0 ? header : mutatedText(header, random));
            Files.write(folder.resolve("a.dat"), random.nextInt(2) == 0 ? data : mutatedBytes(data, random));
            Files.write(folder.resolve("multi.hea"), random.nextInt(2) == 0 ? multi : mutatedText(multi, random));
            refused += isRefused(folder.resolve("a"), random) ? 1 : 0;
            refused += isRefused(folder.resolve("multi"), random) ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damaged_annotation_files_read_or_are_refused(int seed) throws IOException {
        Random random = new Random(seed);
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            AnnotationCode code = AnnotationCode.values()[random.nextInt(AnnotationCode.values().length)];
            annotations.add(new Annotation(
                    i * 700L, code, random.nextInt(5) - 2, i % 3, i % 2, i % 4 == 0 ? "## time resolution: 1" : ""));
        }
        byte[] whole = new AnnotationEncoder().encode(AnnotationSet.of(annotations));
        Path file = folder.resolve("r.atr");
        int read = 0;
        for (int i = 0; i < 400; i++) {
            try {
                new AnnotationDecoder(file, mutatedBytes(whole, random)).decode();
                read++;
            } catch (RecordingException e) {
                assertThat(e).hasMessageContainingAll("r.atr", "byte ");
            }
        }
        assertThat(read).isBetween(1, 399);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damaged_edf_files_read_or_are_refused(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] whole = EdfTest.edf("EDF+C", "2", "1", new int[] {4, 2}, 1, 3, 5, 7, 100, 200, 9, 11, 13, 15, 300, 400);
        Path file = folder.resolve("r.edf");
        for (int i = 0; i < MUTATIONS_PER_SEED; i++) {
            Files.write(file, random.nextBoolean() ? mutatedBytes(whole, random) : digitsChanged(whole, random));
            isRefused(file, random);
            try {
                Recordings.edfAnnotations(file, Resolution.FULL);
            } catch (RecordingException e) {
                assertThat(e.getMessage()).doesNotContain("\n");
            }
        }
    }

    private static boolean isRefused(Path path, Random random) throws IOException {
        Resolution resolution = random.nextBoolean() ? Resolution.FRAME : Resolution.FULL;
        try (Recording recording = Recordings.open(path, resolution)) {
            int leads = recording.leads().size();
            int[] raw = new int[Math.multiplyExact(64, leads)];
            for (int i = 0; i < 20 && recording.read(raw, 64) > 0; i++) {
                recording.read(raw, 1 + i);
            }
            long length = recording.length().orElseThrow();
            recording.seek(length - Math.min(length, 5));
            recording.read(raw, 64);
            return false;
        } catch (RecordingException e) {
            assertThat(e.getMessage()).doesNotContain("\n");
            return true;
        }
    }

    private void writeRecord(String name, int format, Random random) throws IOException {
        List<Lead> leads = List.of(new Lead("I", "", 5, 0), new Lead("II", "", 5, 0));
        RecordDescription description = RecordDescription.of(new SamplingRate(360), leads, format);
        try (WfdbRecordWriter writer = new WfdbRecordWriter(folder.resolve(name), description)) {
            writer.write(IntStream.range(0, 1000).map(i -> random.nextInt(100)).toArray(), 500);
        }
    }

    private static byte[] mutatedBytes(byte[] whole, Random random) {
        byte[] mutated = random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        for (int i = random.nextInt(4); i > 0 && mutated.length > 0; i--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
        return mutated;
    }

    private static byte[] digitsChanged(byte[] whole, Random random) {
        byte[] mutated = whole.clone();
        int header = 3 * 256;
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(header);
            while (mutated[at] == ' ') {
                at = random.nextInt(header);
            }
            mutated[at] = (byte) "0123456789-.eN".charAt(random.nextInt(14));
        }
        return mutated;
    }

    private static byte[] mutatedText(byte[] whole, Random random) {
        StringBuilder text = new StringBuilder(new String(mutatedBytes(whole, random), StandardCharsets.ISO_8859_1));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            text.replace(at, end, TOKENS.get(random.nextInt(TOKENS.size())));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
