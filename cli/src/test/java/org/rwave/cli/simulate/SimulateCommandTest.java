package org.rwave.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.recording.Recordings;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.ecg.simulate.ScenarioCatalog;
import org.rwave.ecg.simulate.SimulatedRecording;
import picocli.CommandLine;

class SimulateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void a_written_record_reads_back_as_the_simulated_patient() throws Exception {
        int exit = run("--out", folder.toString(), "--scenario", "lead-off", "--seed", "5", "--rate", "250");

        assertThat(exit).isZero();
        SimulatedRecording expected = new PatientSimulator(5)
                .patient(1, ScenarioCatalog.find("lead-off").orElseThrow().scenario(), new SamplingRate(250));
        int length = (int) expected.length().orElseThrow();
        int[] simulated = new int[2 * length];
        expected.read(simulated, length);
        int[] written = new int[2 * length + 2];
        int samples = 0;
        try (Recording recording = Recordings.open(folder.resolve("sim1"))) {
            int[] part = new int[2 * 1000];
            for (int read = recording.read(part, 1000); read > 0; read = recording.read(part, 1000)) {
                System.arraycopy(part, 0, written, 2 * samples, 2 * read);
                samples += read;
            }
        }
        assertThat(Arrays.copyOf(written, 2 * samples)).isEqualTo(simulated);
        assertThat(AnnotationFile.read(folder.resolve("sim1.atr"))).isEqualTo(expected.annotations());
    }

    @Test
    void writes_as_many_patients_as_asked_for() {
        assertThat(run("--out", folder.toString(), "--patients", "3", "--duration", "20s"))
                .isZero();

        assertThat(folder.resolve("sim3.hea")).exists();
        assertThat(out.toString()).contains("sim3  7200 samples");
    }

    @Test
    void the_list_of_scenarios_names_them_all() {
        assertThat(run("--scenario", "list")).isZero();

        assertThat(out.toString()).contains("ventricular-fibrillation").contains("lead-off");
    }

    @Test
    void wrong_usage_is_said_in_words() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("--out DIR is missing");
        assertThat(run("--out", folder.toString(), "--scenario", "plague")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no scenario \"plague\"");
        assertThat(run("--out", folder.toString(), "--rate", "50")).isEqualTo(2);
        assertThat(err.toString()).contains("--rate must be 100 to 1000");
    }

    @Test
    void a_record_that_is_there_already_is_kept() throws Exception {
        Files.writeString(folder.resolve("sim1.hea"), "precious");

        assertThat(run("--out", folder.toString(), "--duration", "5s")).isEqualTo(1);

        assertThat(folder.resolve("sim1.hea")).hasContent("precious");
    }
}
