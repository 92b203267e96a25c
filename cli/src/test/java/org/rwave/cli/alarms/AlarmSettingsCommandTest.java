package org.rwave.cli.alarms;

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
import org.rwave.cli.Rwave;

class AlarmSettingsCommandTest {
    private static final String BAD = "classes:\n  adult:\n    alarms: {bigemini: off}\n    threshold: {}\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int rwave(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Rwave.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name, String settings) throws IOException {
        return Files.writeString(folder.resolve(name), settings).toString();
    }

    @Test
    void a_good_file_is_said_to_be_good_with_whom_it_is_about() throws IOException {
        String good = file("good.yaml", "default-class: pediatric\npatients:\n  \"nicu-*\": {class: neonatal}\n");

        assertThat(rwave("alarm-settings", "check", good)).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("good.yaml: good; patients are pediatric", "rules for nicu-*");
    }

    @Test
    void every_problem_of_every_file_is_told_with_its_line_and_the_good_one_between_them_too() throws IOException {
        String bad = file("bad.yaml", BAD);
        String good = file("good.yaml", "default-class: adult\n");
        String worse =
                file("worse.yaml", "default-class: adlt\nclasses:\n  adult:\n    thresholds: {pause-seconds: x}\n");

        assertThat(rwave("alarm-settings", "check", bad, good, worse)).isEqualTo(1);

        assertThat(out.toString()).contains("good.yaml: good").hasLineCount(1);
        assertThat(err.toString())
                .contains("bad.yaml:3: unknown alarm bigemini; did you mean bigeminy?")
                .contains("bad.yaml:4: unknown key threshold; did you mean thresholds?")
                .contains("worse.yaml:1: ", "worse.yaml:4: ")
                .hasLineCount(4);
    }

    @Test
    void a_file_that_is_not_there_is_one_line() {
        String missing = folder.resolve("missing.yaml").toString();

        assertThat(rwave("alarm-settings", "check", missing)).isEqualTo(1);

        assertThat(err.toString()).contains("missing.yaml").hasLineCount(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"adult", "pediatric", "neonatal"})
    void what_is_printed_of_a_class_is_a_good_file_that_prints_the_same(String patientClass) throws IOException {
        assertThat(rwave("alarm-settings", "print", "--class", patientClass)).isZero();
        String printed = settings();
        String again = file("printed.yaml", out.toString());

        assertThat(rwave("alarm-settings", "check", again)).isZero();
        assertThat(rwave("alarm-settings", "print", again, "--class", patientClass))
                .isZero();

        assertThat(printed).contains("asystole-seconds: ", "ventricular-tachycardia: high");
        assertThat(settings()).isEqualTo(printed);
    }

    /** What was printed without remarks: they tell what differs from the defaults, and the source. */
    private String settings() {
        return String.join(
                "\n",
                out.toString()
                        .lines()
                        .map(line -> line.replaceAll("\\s*#.*", ""))
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    @Test
    void what_applies_to_a_patient_is_that_of_the_first_rule_that_fits() throws IOException {
        String ward = file(
                "ward.yaml",
                "patients:\n  nicu-7: {class: neonatal, alarms: {bigeminy: off}}\n  \"nicu-*\": {class: neonatal}\n");

        assertThat(rwave("alarm-settings", "print", ward, "--patient", "nicu-7"))
                .isZero();
        assertThat(settings()).contains("'nicu-7':").containsPattern("bigeminy: '?off'?");

        assertThat(rwave("alarm-settings", "print", ward, "--patient", "nicu-8"))
                .isZero();
        assertThat(settings()).contains("'nicu-8':").containsPattern("bigeminy: '?low'?");
    }

    @Test
    void a_bad_file_is_not_printed_and_its_problems_are() throws IOException {
        assertThat(rwave("alarm-settings", "print", file("bad.yaml", BAD))).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThatAllProblemsAreTold("print");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"process", "demo", "annotate"})
    void what_monitors_does_not_begin_with_a_bad_file(String command) throws IOException {
        String bad = file("bad.yaml", BAD);
        Path written = folder.resolve("written");
        List<String> arguments = switch (command) {
            case "process" -> List.of("process", "--bootstrap-server", "localhost:1", "--alarm-settings", bad);
            case "demo" -> List.of("demo", "--simulate", "--state", written.toString(), "--alarm-settings", bad);
            default -> List.of("annotate", "nobody", "--out", written.toString(), "--alarm-settings", bad);
        };

        assertThat(rwave(arguments.toArray(String[]::new))).isEqualTo(1);

        assertThat(written).doesNotExist();
        assertThatAllProblemsAreTold(command);
    }

    private void assertThatAllProblemsAreTold(String command) {
        assertThat(err.toString())
                .contains("bad.yaml:3: unknown alarm bigemini; did you mean bigeminy?")
                .contains("bad.yaml:4: unknown key threshold; did you mean thresholds?")
                .contains("rwave " + command + ": alarm settings cannot be used; 2 problems above")
                .hasLineCount(3);
    }
}
