package org.rwave.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.cli.Rwave;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.TestData;

class ScoreCommandTest {
    @TempDir
    Path temp;

    private Path reference;
    private Path test;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void two_folders() throws IOException {
        reference = Files.createDirectory(temp.resolve("ref"));
        test = Files.createDirectory(temp.resolve("test"));
    }

    @Test
    void scores_records_that_both_folders_have_and_names_the_others() throws IOException {
        annotate(reference, "a.atr", "NVN");
        annotate(test, "a.rwv", "NVN");
        annotate(reference, "b.atr", "N");
        annotate(test, "c.rwv", "N");

        int code = score();

        assertThat(code).isZero();
        assertThat(err.toString())
                .contains("no .rwv in " + test + " for 1 record: b")
                .contains("no .atr in " + reference + " for 1 record: c");
        assertThat(out.toString())
                .contains("mapping EC57 (e, j to S)")
                .contains("Gross")
                .contains("Summary of results from 1 record\n");
    }

    @Test
    void a_record_asked_for_that_is_missing_fails_with_one_line() throws IOException {
        annotate(reference, "a.atr", "NVN");
        annotate(test, "a.rwv", "NVN");

        int code = score("--records", "a,b");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("no .rwv in " + test).contains("no .atr in " + reference);
    }

    @Test
    void folders_without_a_common_record_fail_with_one_line() {
        int code = score();

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("no record has both .atr in " + reference + " and .rwv in " + test);
    }

    @Test
    void a_folder_that_is_not_there_fails_with_one_line() {
        int code = execute(
                "--reference",
                reference.toString(),
                "--test",
                temp.resolve("no").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("--test: there is no folder " + temp.resolve("no"));
    }

    @Test
    void a_missing_header_and_a_damaged_annotation_file_fail_with_one_line() throws IOException {
        annotate(reference, "a.atr", "N");
        annotate(test, "a.rwv", "N");
        Files.delete(reference.resolve("a.hea"));
        Files.delete(test.resolve("a.hea"));
        int noHeader = score();
        header(reference, "a");
        Files.write(test.resolve("a.rwv"), new byte[] {1, 4, 7});
        int damaged = score();

        assertThat(List.of(noHeader, damaged)).containsExactly(1, 1);
        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("no header a.hea in").contains("a.rwv");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "--from=soon",
                "--window=-1",
                "--mapping=other",
                "--from=5:00 --to=1:00",
                "--json --bxb",
                "--nonsense"
            })
    void wrong_usage_has_exit_code_2(String arguments) throws IOException {
        annotate(reference, "a.atr", "N");
        annotate(test, "a.rwv", "N");

        int code = score(arguments.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void the_mapping_moves_escape_beats_and_is_named() throws IOException {
        annotate(reference, "a.atr", "ej");
        annotate(test, "a.rwv", "NN");

        score("--mapping", "literature", "--json");
        JsonNode json = new ObjectMapper().readTree(out.toString());

        assertThat(json.at("/settings/mapping").asText()).isEqualTo("literature");
        assertThat(json.at("/gross/beats/matrix/N/n").asInt()).isEqualTo(2);
        assertThat(json.at("/settings/permittedByEc57").asBoolean()).isFalse();
    }

    @Test
    void json_holds_every_record_gross_and_average() throws IOException {
        annotate(reference, "a.atr", "NVVN");
        annotate(test, "a.rwv", "NVNN");
        annotate(reference, "b.atr", "NN");
        annotate(test, "b.rwv", "NN");

        score("--json");
        JsonNode json = new ObjectMapper().readTree(out.toString());

        assertThat(json.at("/records")).hasSize(2);
        assertThat(json.at("/records/0/beats/veb/sensitivity/percent").asDouble())
                .isEqualTo(50);
        assertThat(json.at("/records/1/beats/veb/sensitivity/percent").isNull()).isTrue();
        assertThat(json.at("/gross/beats/qrs/truePositives").asInt()).isEqualTo(6);
        assertThat(json.at("/average/qrsSensitivity").asDouble()).isEqualTo(100);
        assertThat(json.at("/records/0/runs/ventricular/couplet/sensitivity/whole")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void json_averages_runs_and_episodes_over_the_records_that_have_them() throws IOException {
        annotate(reference, "a.atr", "NVVNNVVN");
        annotate(test, "a.rwv", "NVVNNVNN");
        annotate(reference, "b.atr", "NVVNN");
        annotate(test, "b.rwv", "NVVNN");
        annotate(reference, "c.atr", "NN");
        annotate(test, "c.rwv", "NN");
        fibrillation(reference.resolve("d.atr"), 20);
        fibrillation(test.resolve("d.rwv"), 10);

        int code = score("--json");
        JsonNode average = new ObjectMapper().readTree(out.toString()).at("/average");

        assertThat(code).isZero();
        assertThat(average.at("/runs/ventricular/couplet/sensitivity").asDouble())
                .isEqualTo(75);
        assertThat(average.at("/runs/ventricular/long/sensitivity").isNull()).isTrue();
        assertThat(average.at("/episodes/atrialFibrillation/sensitivity").asDouble())
                .isEqualTo(100);
        assertThat(average.at("/episodes/atrialFibrillation/durationSensitivity")
                        .asDouble())
                .isEqualTo(50);
    }

    @Test
    void the_episodes_of_atrial_fibrillation_alone_are_reported_in_the_layout_of_epicmp() throws IOException {
        fibrillation(reference.resolve("d.atr"), 20);
        fibrillation(test.resolve("d.rwv"), 10);

        int code = score("--epicmp-af");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .startsWith(
                        "(AF detection)",
                        "Record  TPs   FN  TPp   FP  ESe E+P DSe D+P  Ref duration  Test duration ",
                        "     d    1    0    1    0  100 100  50 100      0:20.000       0:10.000");
    }

    @Test
    void records_can_be_left_out() throws IOException {
        annotate(reference, "a.atr", "N");
        annotate(test, "a.rwv", "N");
        annotate(reference, "b.atr", "N");

        int code = score("--except", "b", "--bxb");

        assertThat(code).isZero();
        assertThat(err.toString()).doesNotContain("no .rwv");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "gqrs,--bxb,bxb-L1.sumstats.txt",
        "gqrs,--shutdown,bxb-L2.sumstats.txt",
        "gqrs,--bxb-standard,bxb-S.txt",
        "osea,--bxb,bxb-L1.sumstats.txt",
        "osea,--rxr-v,rxr-V.sumstats.txt",
        "osea,--rxr-s,rxr-S.sumstats.txt"
    })
    void a_chosen_report_is_exactly_that_of_the_reference_program(String detector, String report, String golden)
            throws IOException {
        Path scored = TestData.folder("ec57-golden").resolve(detector);
        Path records = TestData.folder("mitdb");

        int code = execute(
                "--reference", records.toString(), "--test", scored.toString(), "--test-annotator", detector, report);

        assertThat(code).isZero();
        assertThat(out.toString().lines().toList()).isEqualTo(Files.readAllLines(scored.resolve(golden)));
    }

    private int score(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--reference", reference.toString(), "--test", test.toString()));
        arguments.addAll(List.of(more));
        if (!arguments.toString().contains("--from")) {
            arguments.addAll(List.of("--from", "0:00"));
        }
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        List<String> all = new ArrayList<>(List.of("score"));
        all.addAll(List.of(arguments));
        return Rwave.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private static void annotate(Path folder, String file, String beats) throws IOException {
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < beats.length(); i++) {
            annotations.add(Annotation.of(
                    360 + 360L * i,
                    AnnotationCode.ofMnemonic(beats.substring(i, i + 1)).orElseThrow()));
        }
        AnnotationFile.write(folder.resolve(file), annotations);
        header(folder, file.substring(0, file.indexOf('.')));
    }

    /** A beat a second for 40 s, and atrial fibrillation from 5 s on for {@code seconds}. */
    private static void fibrillation(Path file, int seconds) throws IOException {
        List<Annotation> annotations = new ArrayList<>();
        for (int second = 1; second <= 40; second++) {
            annotations.add(Annotation.of(360L * second, AnnotationCode.NORMAL));
            if (second == 5 || second == 5 + seconds) {
                annotations.add(new Annotation(
                        360L * second + 1, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, second == 5 ? "(AFIB" : "(N"));
            }
        }
        AnnotationFile.write(file, annotations);
        header(file.getParent(), "d");
    }

    private static void header(Path folder, String record) throws IOException {
        Files.writeString(folder.resolve(record + ".hea"), record + " 1 360 36000\n" + record + ".dat 16\n");
    }
}
