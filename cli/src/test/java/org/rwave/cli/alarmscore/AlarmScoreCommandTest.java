package org.rwave.cli.alarmscore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.cli.Rwave;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.RecordDescription;
import org.rwave.ecg.recording.WfdbRecordWriter;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

class AlarmScoreCommandTest {
    private static final int HERTZ = 250;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void fibrillation_that_is_annotated_is_found_and_what_is_not_annotated_is_false() throws IOException {
        heartThatFibrillates("found");
        rhythm("found", 0, "(N", 60, "(VF");
        heartThatFibrillates("false");
        rhythm("false", 0, "(N");

        assertThat(run(path("found"), path("false"), "--json")).isZero();

        assertThat(err.toString()).isEmpty();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/records/0/totals/VENTRICULAR_FIBRILLATION/found/part")
                        .asInt())
                .isEqualTo(1);
        assertThat(json.at("/records/0/episodes/0/delay").asDouble()).isBetween(2.0, 6.0);
        assertThat(json.at("/records/1/totals/VENTRICULAR_FIBRILLATION/alarms/FALSE")
                        .asInt())
                .isEqualTo(1);
        assertThat(json.at("/total/VENTRICULAR_FIBRILLATION/found/whole").asInt())
                .isEqualTo(1);
        assertThat(json.at("/rule/lateSeconds").asDouble()).isEqualTo(10);
    }

    @Test
    void the_text_states_the_rule_the_figures_and_each_false_alarm() throws IOException {
        heartThatFibrillates("a");
        rhythm("a", 0, "(N");

        assertThat(run(path("a"))).isZero();

        assertThat(out.toString())
                .contains("An episode is found when its alarm is active during it")
                .containsPattern("(?m)^a +VF/VFL +-.* 1 +\\d")
                .contains("Ventricular fibrillation or flutter");
    }

    @Test
    void records_that_are_excepted_do_not_count() throws IOException {
        heartThatFibrillates("a");
        rhythm("a", 0, "(N");
        heartThatFibrillates("b");

        assertThat(run(folder.toString(), "--except", "b", "--json")).isZero();

        assertThat(new ObjectMapper().readTree(out.toString()).at("/records")).hasSize(1);
    }

    @Test
    void a_folder_that_is_not_there_and_an_empty_one_are_one_line_each() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(run("no-such-folder", "--data", folder.toString())).isEqualTo(1);
        assertThat(run(empty.toString())).isEqualTo(1);
        assertThat(run("anything", "--data", folder.resolve("nowhere").toString()))
                .isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("rwave score-alarms: no recording \"", "--data"));
    }

    @Test
    void a_record_without_an_annotation_file_is_one_line() throws IOException {
        heartThatFibrillates("a");

        assertThat(run(path("a"))).isEqualTo(1);

        assertThat(err.toString()).contains("a.atr").hasLineCount(1);
    }

    @Test
    void a_record_whose_annotations_name_no_rhythm_and_no_beat_is_one_line() throws IOException {
        heartThatFibrillates("a");
        AnnotationFile.write(
                folder.resolve("a.atr"), List.of(Annotation.of(500, AnnotationCode.SIGNAL_QUALITY_CHANGE)));

        assertThat(run(path("a"))).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("a.atr names no rhythm and has no beat")
                .contains("--except a")
                .hasLineCount(1);
    }

    @Test
    void a_damaged_annotation_file_a_cut_signal_and_a_broken_model_are_one_line_each() throws IOException {
        heartThatFibrillates("a");
        Files.write(folder.resolve("a.atr"), new byte[] {1, 4, 7});
        assertThat(run(path("a"))).isEqualTo(1);
        rhythm("a", 0, "(N");
        Files.write(folder.resolve("a.dat"), Arrays.copyOf(Files.readAllBytes(folder.resolve("a.dat")), 2001));
        assertThat(run(path("a"))).isEqualTo(1);
        Files.writeString(folder.resolve("no.onnx"), "no model");
        assertThat(run(path("a"), "--model", folder.resolve("no.onnx").toString()))
                .isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(3);
        assertThat(err.toString()).contains("a.atr").contains("a.dat").contains("no.onnx");
    }

    @Test
    void leaving_nothing_to_score_is_one_line() throws IOException {
        heartThatFibrillates("a");

        assertThat(run(path("a"), "--except", "a")).isEqualTo(1);

        assertThat(err.toString())
                .contains("no record is left to score: --except names all of")
                .hasLineCount(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--json", "a --model", "a --nonsense", "a --json=perhaps", "a --reference-annotator"})
    void wrong_usage_has_exit_code_2(String arguments) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("rwave: ").hasLineCount(2);
    }

    private String path(String record) {
        return folder.resolve(record).toString();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("score-alarms"));
        all.addAll(List.of(arguments));
        return Rwave.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private void rhythm(String record, Object... secondsAndName) throws IOException {
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < secondsAndName.length; i += 2) {
            annotations.add(new Annotation(
                    HERTZ * (Integer) secondsAndName[i] + 1L, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, (String)
                            secondsAndName[i + 1]));
        }
        AnnotationFile.write(folder.resolve(record + ".atr"), annotations);
    }

    /** A minute of beats at 75/min, then twenty seconds of a wave of 5 Hz that comes and goes. */
    private void heartThatFibrillates(String record) throws IOException {
        Random noise = new Random(1);
        RecordDescription description =
                RecordDescription.of(new SamplingRate(HERTZ), List.of(new Lead("II", "", 5, 0)), 16);
        try (WfdbRecordWriter writer = new WfdbRecordWriter(folder.resolve(record), description)) {
            for (int i = 0; i < 80 * HERTZ; i++) {
                double t = (double) i / HERTZ;
                double beat = 200 * Math.exp(-Math.pow((t % 0.8 - 0.4) / 0.02, 2))
                        + 40 * Math.exp(-Math.pow((t % 0.8 - 0.65) / 0.05, 2));
                double wave = (90 + 30 * Math.sin(3 * t)) * Math.sin(2 * Math.PI * 5 * t);
                double value = (t < 60 ? beat : wave) + 2 * noise.nextGaussian();
                writer.write(new int[] {(int) Math.round(value)}, 1);
            }
        }
    }
}
