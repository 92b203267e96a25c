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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.recording.TestData;

class NoiseScoreCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void heavy_muscle_noise_costs_beats_and_part_of_it_is_said_to_be_unreadable() {
        Path data = TestData.folder("mitdb").getParent();
        TestData.folder("nstdb");

        assertThat(run("--data", data.toString(), "--records", "118", "--noise", "ma", "--decibels", "-6"))
                .isZero();

        assertThat(err.toString()).isEmpty();
        List<String[]> lines = out.toString()
                .lines()
                .filter(line -> line.startsWith("118 "))
                .map(line -> line.replace("|", "").split(" +", -1))
                .toList();
        String[] clean = lines.get(0);
        String[] noisy = lines.get(1);
        assertThat(clean).startsWith("118", "none", "100.00", "100.00");
        assertThat(noisy).startsWith("118", "ma", "-6");
        double predictivity = Double.parseDouble(noisy[4]);
        double predictivityInNoise = Double.parseDouble(noisy[6]);
        assertThat(predictivityInNoise).isLessThan(predictivity).isLessThan(99);
        assertThat(Integer.parseInt(noisy[8])).as("false beats").isPositive();
        assertThat(percent(noisy[11])).as("without a good lead").isGreaterThan(percent(clean[10]));
        assertThat(lines).hasSize(2);
    }

    @Test
    void a_record_of_the_test_set_is_refused_in_one_line() {
        Path data = TestData.folder("mitdb").getParent();
        TestData.folder("nstdb");

        assertThat(run("--data", data.toString(), "--records", "100")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("record 100").contains("DS2").hasLineCount(1);
    }

    @Test
    void without_recordings_or_noise_there_is_one_line() throws IOException {
        assertThat(run("--data", folder.toString())).isEqualTo(1);
        Files.createDirectory(folder.resolve("mitdb"));
        assertThat(run("--data", folder.toString())).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(2);
        assertThat(err.toString())
                .contains("no folder mitdb in")
                .contains("no noise recording (bw, ma, em) in " + folder.resolve("nstdb"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"--noise=hum", "--decibels=loud", "--nonsense"})
    void wrong_usage_has_exit_code_2(String argument) {
        assertThat(run(argument)).isEqualTo(2);

        assertThat(err.toString()).contains(argument.replaceFirst(".*=", ""));
    }

    private static double percent(String text) {
        return Double.parseDouble(text.replace("%", ""));
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "score-noise";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return TrainerMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}
