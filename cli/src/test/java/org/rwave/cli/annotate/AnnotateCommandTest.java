package org.rwave.cli.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.Rwave;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.TestData;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.ecg.score.BeatByBeat;
import org.rwave.ecg.score.EpisodeByEpisode;
import org.rwave.ecg.score.EpisodeKind;
import org.rwave.ecg.score.EpisodeScore;
import org.rwave.ecg.score.Ratio;
import org.rwave.ecg.score.ScoringSettings;
import org.rwave.ecg.signal.SamplingRate;
import picocli.CommandLine;

class AnnotateCommandTest {
    private static final SamplingRate MITDB_RATE = new SamplingRate(360);

    @TempDir
    Path out;

    private final StringWriter printed = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void annotates_a_record_near_its_reference_beats() throws IOException {
        Path mitdb = TestData.folder("mitdb");

        int code = annotate(mitdb.resolve("100").toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        List<Annotation> beats = AnnotationFile.read(out.resolve("100.rwv"));
        var score = BeatByBeat.compare(
                AnnotationFile.read(mitdb.resolve("100.atr")),
                beats,
                MITDB_RATE,
                OptionalLong.of(650_000),
                ScoringSettings.standard());
        assertThat(score.qrs().sensitivity().percent().orElseThrow()).isGreaterThan(99.8);
        assertThat(score.qrs().positivePredictivity().percent().orElseThrow()).isGreaterThan(99.8);
        assertThat(printed.toString()).contains("100        0:30:06").contains("total");
    }

    @Test
    void the_file_holds_plain_16_bit_annotations_as_annot_5_has_them() throws IOException {
        Path mitdb = TestData.folder("mitdb");

        annotate(mitdb.resolve("208").toString());

        List<Annotation> written = AnnotationFile.read(out.resolve("208.rwv"));
        assertThat(decode(Files.readAllBytes(out.resolve("208.rwv"))))
                .isEqualTo(written.stream()
                        .map(one -> one.sampleIndex() + " " + one.code().code() + one.aux())
                        .toList());
        assertThat(written)
                .extracting(one -> one.code().mnemonic())
                .isSubsetOf("N", "S", "V", "F", "Q", "+")
                .contains("N", "V", "+");
    }

    @Test
    void flutter_stands_in_brackets_and_under_its_name_and_no_beat_is_lost_by_that() throws IOException {
        Path mitdb = TestData.folder("mitdb");

        annotate(mitdb.resolve("207").toString());

        List<Annotation> written = AnnotationFile.read(out.resolve("207.rwv"));
        AnnotationPair own = flutter(mitdb, written);
        EpisodeScore episodes = EpisodeByEpisode.compare(
                own, ScoringSettings.standard().withStart(Duration.ZERO), EpisodeKind.VENTRICULAR_FIBRILLATION);
        assertThat(episodes.sensitivity()).isEqualTo(new Ratio(5, 6));
        assertThat(episodes.positivePredictivity().percent()).hasValue(100);
        assertThat(episodes.durationPositivePredictivity().percent().orElseThrow())
                .isGreaterThan(98);
        assertThat(written).extracting(Annotation::aux).contains("(VFL", "(N", "(B");
        List<Annotation> beatsAlone =
                written.stream().filter(one -> one.code().isBeat()).toList();
        assertThat(BeatByBeat.compare(own, ScoringSettings.standard()).qrs())
                .isEqualTo(BeatByBeat.compare(flutter(mitdb, beatsAlone), ScoringSettings.standard())
                        .qrs());
    }

    private static AnnotationPair flutter(Path mitdb, List<Annotation> test) throws IOException {
        return new AnnotationPair(
                "207", MITDB_RATE, OptionalLong.of(650_000), AnnotationFile.read(mitdb.resolve("207.atr")), test);
    }

    @Test
    void with_reference_beats_every_reference_beat_gets_a_class_at_its_place() throws IOException {
        Path mitdb = TestData.folder("mitdb");

        int code = annotate("mitdb/208", "--data", mitdb.getParent().toString(), "--beats", "reference", "--json");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        List<Long> reference = AnnotationFile.read(mitdb.resolve("208.atr")).stream()
                .filter(annotation -> annotation.code().isBeat())
                .map(Annotation::sampleIndex)
                .toList();
        List<Long> annotated = AnnotationFile.read(out.resolve("208.rwv")).stream()
                .filter(annotation -> annotation.code().isBeat())
                .map(Annotation::sampleIndex)
                .toList();
        assertThat(reference).containsAll(annotated);
        assertThat(annotated).hasSizeGreaterThanOrEqualTo(reference.size() - 4);
        JsonNode json = new ObjectMapper().readTree(printed.toString());
        assertThat(json.at("/total/beats").asInt()).isEqualTo(annotated.size());
        assertThat(json.at("/records/0/byClass/V").asInt()).isPositive();
    }

    @Test
    void a_truncated_signal_file_fails_with_one_line_and_leaves_no_file() throws IOException {
        Path mitdb = TestData.folder("mitdb");
        Path broken = Files.createDirectory(out.resolve("broken"));
        Files.copy(mitdb.resolve("100.hea"), broken.resolve("100.hea"));
        byte[] signal = Files.readAllBytes(mitdb.resolve("100.dat"));
        Files.write(broken.resolve("100.dat"), Arrays.copyOf(signal, signal.length / 2));

        int code = annotate(broken.resolve("100").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("100").contains("byte");
        assertThat(out.resolve("100.rwv")).doesNotExist();
    }

    @Test
    void two_recordings_of_the_same_name_are_refused() throws IOException {
        for (String folder : List.of("a", "b")) {
            Files.createDirectory(out.resolve(folder));
            Files.writeString(out.resolve(folder).resolve("100.hea"), "100 1 360 10\n100.dat 16\n");
        }

        int code = annotate(
                out.resolve("a").resolve("100").toString(),
                out.resolve("b").resolve("100").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("two recordings named 100 would be written to the same file");
    }

    @Test
    void an_unknown_record_and_an_unreadable_model_fail_with_one_line_each() throws IOException {
        Files.writeString(out.resolve("100.hea"), "100 1 360 10\n100.dat 16\n");
        Files.writeString(out.resolve("cut.onnx"), "no model");

        int unknown = annotate("no-such-record", "--data", out.toString());
        int model = annotate(
                out.resolve("100").toString(),
                "--model",
                out.resolve("cut.onnx").toString());

        assertThat(List.of(unknown, model)).containsExactly(1, 1);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("no recording \"no-such-record\"").contains("cut.onnx");
    }

    /**
     * An own reading of annot(5), apart from the project's: 10 bits of distance below 6 bits of code; code 59 adds a
     * 32-bit distance in PDP-11 order; code 63 text of that many bytes, padded to whole words; 0 0 ends.
     */
    private static List<String> decode(byte[] bytes) {
        List<String> annotations = new ArrayList<>();
        long time = 0;
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            int word = (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
            int code = word >> 10;
            if (word == 0) {
                assertThat(at + 2).as("nothing after the end mark").isEqualTo(bytes.length);
                return annotations;
            }
            if (code == 59) {
                long high = (bytes[at + 2] & 0xff) | (long) bytes[at + 3] << 8;
                long low = (bytes[at + 4] & 0xff) | (bytes[at + 5] & 0xff) << 8;
                time += (high << 16) + low;
                at += 4;
            } else if (code == 63) {
                int length = word & 0x3ff;
                String text = new String(bytes, at + 2, length, StandardCharsets.US_ASCII).replace("\0", "");
                annotations.set(annotations.size() - 1, annotations.get(annotations.size() - 1) + text);
                at += length + length % 2;
            } else {
                time += word & 0x3ff;
                assertThat(code).as("code at byte %d", at).isBetween(1, 49);
                annotations.add(time + " " + code);
            }
        }
        throw new AssertionError("no end mark");
    }

    private int annotate(String... arguments) {
        CommandLine root = Rwave.commandLine();
        List<String> all = new ArrayList<>(List.of("--out", out.toString()));
        all.addAll(List.of(arguments));
        return new CommandLine(new AnnotateCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(root.getExecutionExceptionHandler())
                .setParameterExceptionHandler(root.getParameterExceptionHandler())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
