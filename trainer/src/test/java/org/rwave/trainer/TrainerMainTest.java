package org.rwave.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.models.BeatModel;
import picocli.CommandLine;

class TrainerMainTest {
    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void records_cannot_be_judged_in_a_way_that_is_not_known() {
        assertThat(run("crossvalidate", "--judge", "THIRD_LEAD")).isEqualTo(1);
        assertThat(errors.toString()).startsWith("rwave: variant 'THIRD_LEAD': 'THIRD_LEAD' is none of REFERENCE,");
    }

    @Test
    void an_unknown_hyper_parameter_is_one_clear_line() {
        int exit = run("crossvalidate", "--set", "epoch=3");

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString().strip()).isEqualTo("rwave: hyper-parameters: unknown key epoch");
    }

    @Test
    void a_missing_hyper_parameter_file_is_one_clear_line() {
        assertThat(run("crossvalidate", "--config", "none.properties")).isEqualTo(1);
        assertThat(errors.toString().strip())
                .startsWith("rwave: none.properties is not a file")
                .doesNotContain("\n");
    }

    @Test
    void a_folder_without_recordings_is_one_clear_line() {
        assertThat(run("crossvalidate", "--data", folder.toString())).isEqualTo(1);
        assertThat(errors.toString().strip())
                .startsWith("rwave: no folder mitdb in [" + folder)
                .doesNotContain("\n");
    }

    @Test
    void a_model_that_is_not_there_is_refused_before_the_test_set_is_logged_or_opened() throws IOException {
        Path log = Files.writeString(folder.resolve("log.md"), "# Every look\n");

        int exit = run("evaluate", "--log", log.toString(), "--model", "none.onnx", "--data", folder.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString().strip()).isEqualTo("rwave: model none.onnx: no such file");
        assertThat(Files.readString(log)).isEqualTo("# Every look\n");
    }

    @Test
    void the_test_set_is_logged_before_its_first_record_is_opened() throws IOException {
        Path log = Files.writeString(folder.resolve("log.md"), "# Every look\n");
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("mitdb"));

        int exit = run("evaluate", "--log", log.toString(), "--data", data.toString(), "--out", folder + "/report");

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString()).contains("100");
        try (BeatModel standard = BeatModel.standard()) {
            assertThat(Files.readString(log))
                    .startsWith("# Every look\n\n## 2")
                    .contains("Model `" + standard.hash() + "`", "Command `rwave evaluate --log " + log)
                    .doesNotContain("```");
        }
    }

    @Test
    void an_intra_patient_result_that_is_not_one_is_refused_before_the_test_set_is_logged() throws IOException {
        Path log = Files.writeString(folder.resolve("log.md"), "# Every look\n");
        Path intra = Files.writeString(folder.resolve("intra.json"), "[1, 2]");

        int exit = run("evaluate", "--log", log.toString(), "--intra", intra.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString().strip())
                .startsWith("rwave: " + intra + ", line 1: not an intra-patient result")
                .doesNotContain("\n");
        assertThat(Files.readString(log)).isEqualTo("# Every look\n");
    }

    @Test
    void a_report_that_cannot_be_written_is_refused_before_anything_is_tested_or_trained() throws IOException {
        Path log = Files.writeString(folder.resolve("log.md"), "# Every look\n");
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("evaluate", "--log", log.toString(), "--out", file.toString()))
                .isEqualTo(1);
        assertThat(run("crossvalidate", "--report", file.toString())).isEqualTo(1);

        assertThat(errors.toString().lines()).containsOnly("rwave: " + file + " is not a folder; the report needs one");
        assertThat(Files.readString(log)).isEqualTo("# Every look\n");
    }

    @Test
    void an_output_folder_that_is_not_there_is_refused_before_training() {
        assertThat(run("train", "--out", folder.resolve("no/model").toString())).isEqualTo(1);
        assertThat(errors.toString().strip()).startsWith("rwave: --out ").contains("there is no folder");
    }

    @Test
    void wrong_usage_is_exit_code_2() {
        assertThat(run("train")).isEqualTo(2);
        assertThat(run("retrain")).isEqualTo(2);
    }

    private int run(String... arguments) {
        CommandLine line = TrainerMain.commandLine();
        line.setErr(new PrintWriter(errors, true));
        return line.execute(arguments);
    }
}
