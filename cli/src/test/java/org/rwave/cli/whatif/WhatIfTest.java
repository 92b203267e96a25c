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
import java.util.Map;
import java.util.TreeMap;
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
    void on_a_recording_with_much_ectopy_what_is_off_is_gone_a_priority_moves_and_the_rest_stays() throws IOException {
        String record = TestData.folder("mitdb").resolve("208").toString();
        String settings = "patients: {'208': {alarms: {trigeminy: off, ventricular-couplet: high}}}";

        int code = replay(settings, record, "--json");

        assertThat(code).isZero();
        JsonNode own =
                new ObjectMapper().readTree(out.toString()).get("byPatient").get(0);
        assertThat(own.get("patientId").asText()).isEqualTo("208");
        Map<String, Integer> before = counts(own, "before");
        Map<String, Integer> after = counts(own, "after");
        assertThat(before).containsKeys("TRIGEMINY LOW", "VENTRICULAR_COUPLET LOW");
        assertThat(after)
                .doesNotContainKeys("TRIGEMINY LOW", "VENTRICULAR_COUPLET LOW")
                .containsKey("VENTRICULAR_COUPLET HIGH");
        assertThat(after.get("VENTRICULAR_COUPLET HIGH"))
                .as("high priority knows no refractory time")
                .isGreaterThanOrEqualTo(before.get("VENTRICULAR_COUPLET LOW"));
        assertThat(rest(after)).isEqualTo(rest(before)).isNotEmpty();

        assertThat(total(before)).isEqualTo(annotated(record));
        assertThat(total(after))
                .isEqualTo(annotated(
                        record,
                        "--alarm-settings",
                        folder.resolve("what-if.yaml").toString()));
    }

    /** By kind and priority, those that occur. */
    private static Map<String, Integer> counts(JsonNode patient, String when) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode alarm : patient.get("alarms")) {
            int count = alarm.get(when).asInt();
            if (count > 0) {
                counts.put(
                        alarm.get("kind").asText() + " " + alarm.get("priority").asText(), count);
            }
        }
        return counts;
    }

    /** Without what was changed, and what stands below it in a chain. */
    private static Map<String, Integer> rest(Map<String, Integer> counts) {
        Map<String, Integer> rest = new TreeMap<>(counts);
        rest.keySet().removeIf(alarm -> alarm.matches("(VENTRICULAR_COUPLET|R_ON_T|BIGEMINY|TRIGEMINY) .*"));
        return rest;
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many alarms {@code rwave annotate} counts. */
    private int annotated(String record, String... more) throws IOException {
        StringWriter summary = new StringWriter();
        List<String> all = new ArrayList<>(List.of("annotate", record, "--json", "--out"));
        all.add(folder.resolve("annotated").toString());
        all.addAll(List.of(more));
        int code = Rwave.commandLine().setOut(new PrintWriter(summary)).execute(all.toArray(String[]::new));
        assertThat(code).isZero();
        return new ObjectMapper()
                .readTree(summary.toString())
                .get("records")
                .get(0)
                .get("alarms")
                .asInt();
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
