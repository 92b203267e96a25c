package org.rwave.cli.whatif;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.Rwave;
import org.rwave.ecg.recording.TestData;

class WhatIfTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int replay(String settings, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("what-if.yaml"), settings);
        List<String> all = new ArrayList<>(List.of("replay", "--what-if", file.toString()));
        all.addAll(List.of(arguments));
        return Rwave.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void the_present_settings_once_more_change_nothing() throws IOException {
        int code = replay("default-class: adult", "--simulated", "3", "--duration", "4:00", "--json");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("patients").asInt()).isEqualTo(3);
        assertThat(report.get("patientDays").asDouble() * 1440).isBetween(11.9, 12.1);
        assertThat(report.get("alarms"))
                .isNotEmpty()
                .allSatisfy(alarm -> assertThat(alarm.get("after")).isEqualTo(alarm.get("before")));
    }

    @Test
    void on_a_recording_with_much_ectopy_alarms_that_are_off_are_gone_and_the_rest_stays() throws IOException {
        Path mitdb = TestData.folder("mitdb");

        int code = replay(
                "patients: {'119': {alarms: {bigeminy: off, ventricular-couplet: high}}}",
                mitdb.resolve("119").toString(),
                "--duration",
                "8:00",
                "--json");

        assertThat(code).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        JsonNode own = report.get("byPatient").get(0);
        assertThat(own.get("patientId").asText()).isEqualTo("119");
        assertThat(own.get("alarms")).anySatisfy(alarm -> {
            assertThat(alarm.get("kind").asText()).isEqualTo("BIGEMINY");
            assertThat(alarm.get("before").asInt()).isPositive();
            assertThat(alarm.get("after").asInt()).isZero();
        });
        assertThat(own.get("alarms"))
                .noneMatch(alarm -> alarm.get("after").asInt() > 0
                        && alarm.get("kind").asText().equals("BIGEMINY"));
    }

    @Test
    void says_it_in_a_table_too() throws IOException {
        int code = replay("classes: {adult: {alarms: {noisy-signal: off}}}", "--simulated", "2", "--duration", "3:00");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("alarms per patient and day; 2 patients", "before: built-in defaults", "what-if.yaml")
                .containsPattern("(?m)^HIGH +all +\\d+\\.\\d +\\d+\\.\\d")
                .containsPattern("(?m)^all +all ");
    }

    @Test
    void bad_settings_are_refused_with_all_problems_before_anything_runs() throws IOException {
        int code = replay("classes:\n  adult:\n    alarms: {bigemini: off}\n    threshold: {}\n", "--simulated", "1");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("what-if.yaml:3: unknown alarm bigemini; did you mean bigeminy?")
                .contains("what-if.yaml:4: unknown key threshold; did you mean thresholds?")
                .contains("2 problems");
    }

    @Test
    void what_makes_no_sense_offline_is_wrong_usage() throws IOException {
        assertThat(replay("default-class: adult", "--simulated", "1", "--loop")).isEqualTo(2);
        assertThat(err.toString()).contains("--what-if runs offline");
    }
}
