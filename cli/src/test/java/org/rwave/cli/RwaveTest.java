package org.rwave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RwaveTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_command_explains_itself() {
        CommandLine rwave = commandLine();

        for (String command : rwave.getSubcommands().keySet()) {
            assertThat(commandLine().execute(command, "--help")).as(command).isIn(0);
        }
        assertThat(rwave.getSubcommands())
                .containsKeys(
                        "demo",
                        "replay",
                        "process",
                        "alerts",
                        "explain",
                        "beats",
                        "vitals",
                        "acknowledge",
                        "silence",
                        "alarm-settings",
                        "annotate",
                        "disclose",
                        "alarm-delay",
                        "score",
                        "score-alarms",
                        "simulate",
                        "data",
                        "load-test",
                        "broker",
                        "topics");
        assertThat(out.toString()).contains("Usage: rwave demo", "Usage: rwave score");
    }

    @Test
    void an_unknown_command_is_wrong_usage() {
        assertThat(commandLine().execute("anotate")).isEqualTo(2);
        assertThat(err.toString()).contains("anotate").contains("--help");
    }

    @Test
    void a_model_that_is_cut_short_is_refused_in_one_line_before_anything_starts(@TempDir Path temp)
            throws IOException {
        Path model = Files.write(temp.resolve("short.onnx"), new byte[100]);

        assertThat(commandLine().execute("demo", "--simulate", "--model", model.toString()))
                .isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("rwave demo: ").contains("short.onnx");
    }

    @Test
    void a_data_folder_without_recordings_is_refused_in_one_line(@TempDir Path temp) {
        assertThat(commandLine().execute("demo", "--data", temp.toString())).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("mitdb/208", "rwave data fetch mitdb");
    }

    private CommandLine commandLine() {
        return Rwave.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }
}
