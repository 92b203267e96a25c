package org.rwave.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.trainer.heartbeat.RowScore;
import org.rwave.trainer.heartbeat.SimulatedRows;
import org.rwave.trainer.kaggle.HeartbeatCsv;
import org.rwave.trainer.kaggle.SimulatedPtb;
import org.rwave.trainer.report.evaluation.EvaluationJson;
import org.rwave.trainer.report.evaluation.IntraPatient;
import picocli.CommandLine;

/** The way from files to models and scores, as a user takes it. */
class HeartbeatCommandsTest {
    @TempDir
    Path folder;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void a_network_is_trained_tested_and_carried_over_to_ptb_and_all_figures_are_marked() throws IOException {
        HeartbeatCsv.write(folder.resolve("mitbih_train.csv"), SimulatedRows.of(600, 5, 1));
        HeartbeatCsv.write(folder.resolve("mitbih_test.csv"), SimulatedRows.of(100, 5, 2));
        Path records = Files.createDirectory(folder.resolve("ptb"));
        SimulatedPtb.writeBoth(records, 3);
        String csv = folder.toString();
        String model = folder.resolve("cnn").toString();

        assertThat(run("heartbeat", "train", "--csv", csv, "--out", model, "--epochs", "2"))
                .isZero();
        assertThat(run("data", "kaggle", "--ptb", records.toString(), "--out", csv))
                .isZero();
        for (String variant : new String[] {"frozen", "fine-tuned"}) {
            String carried = folder.resolve(variant).toString();
            assertThat(run(
                            "heartbeat",
                            "transfer",
                            "--model",
                            model + ".onnx",
                            "--csv",
                            csv,
                            "--variant",
                            variant,
                            "--out",
                            carried,
                            "--epochs",
                            "2"))
                    .isZero();
            assertThat(Path.of(carried + ".md"))
                    .content()
                    .contains(RowScore.INTRA_PATIENT, "trunk of cnn.onnx " + variant);
        }
        output.getBuffer().setLength(0);
        assertThat(run(
                        "heartbeat",
                        "evaluate",
                        "--model",
                        folder.resolve("frozen.onnx").toString(),
                        folder.resolve("ptbdb_normal.csv").toString(),
                        folder.resolve("ptbdb_abnormal.csv").toString()))
                .isZero();
        assertThat(output.toString()).startsWith(RowScore.INTRA_PATIENT).contains("intra-patient accuracy");
        Path intra = folder.resolve("intra.json");
        assertThat(run(
                        "heartbeat",
                        "evaluate",
                        "--model",
                        model + ".onnx",
                        "--intra-out",
                        intra.toString(),
                        folder.resolve("mitbih_test.csv").toString()))
                .isZero();
        long rows = Files.readAllLines(folder.resolve("mitbih_test.csv")).size();
        IntraPatient result = EvaluationJson.readIntraPatient(intra);
        assertThat(result.split()).contains("mitbih_test.csv");
        assertThat(result.matrix().stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(rows);
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void wrong_input_is_one_clear_line() throws IOException {
        Path junk = Files.writeString(folder.resolve("junk.csv"), "1,2,3\n");
        String out = folder.resolve("model").toString();

        assertThat(run("heartbeat", "train", "--csv", folder.toString(), "--out", out))
                .isEqualTo(1);
        assertThat(firstError())
                .isEqualTo("rwave: " + folder.resolve("mitbih_test.csv")
                        + ": no such file; 'rwave data kaggle' makes the MIT-BIH ones");
        assertThat(run("heartbeat", "train", "--csv", folder.toString(), "--out", out, "--network", "gru"))
                .isEqualTo(1);
        assertThat(firstError()).isEqualTo("rwave: no network gru; there are [residual, deep-cnn, lstm]");
        assertThat(run("heartbeat", "evaluate", "--model", junk.toString(), junk.toString()))
                .isEqualTo(1);
        assertThat(firstError()).startsWith("rwave: model " + junk).contains("not a whole ONNX model");
        assertThat(run(
                        "heartbeat",
                        "transfer",
                        "--model",
                        junk.toString(),
                        "--csv",
                        out,
                        "--variant",
                        "half",
                        "--out",
                        out))
                .isEqualTo(2);
        assertThat(firstError()).contains("must be frozen or fine-tuned, was 'half'");
        assertThat(run(
                        "data",
                        "kaggle",
                        "--out",
                        folder.toString(),
                        "--ptb",
                        folder.resolve("no").toString()))
                .isEqualTo(1);
        assertThat(firstError()).contains("is not a folder");
        assertThat(run("heartbeat")).isEqualTo(2);
        assertThat(firstError()).isEqualTo("heartbeat: say what to do; there are: train, evaluate, transfer");
    }

    @Test
    void files_that_are_there_are_not_overwritten_unasked() throws IOException {
        Files.writeString(folder.resolve("mitbih_test.csv"), "precious");

        assertThat(run("data", "kaggle", "--out", folder.toString())).isEqualTo(1);
        assertThat(firstError()).contains("mitbih_test.csv is there already; pass --overwrite to replace it");
        assertThat(folder.resolve("mitbih_test.csv")).hasContent("precious");
    }

    private String firstError() {
        String first = errors.toString().lines().findFirst().orElse("");
        errors.getBuffer().setLength(0);
        return first;
    }

    private int run(String... arguments) {
        CommandLine line = TrainerMain.commandLine();
        line.setOut(new PrintWriter(output, true));
        line.setErr(new PrintWriter(errors, true));
        return line.execute(arguments);
    }
}
