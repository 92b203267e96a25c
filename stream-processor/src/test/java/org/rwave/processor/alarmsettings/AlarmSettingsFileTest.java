package org.rwave.processor.alarmsettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPriority;
import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.alarm.AlarmThreshold;
import org.rwave.ecg.alarm.PatientClass;

class AlarmSettingsFileTest {
    private static WardAlarmSettings parsed(String... lines) {
        return AlarmSettingsFile.parse("ward.yaml", String.join("\n", lines));
    }

    private static List<String> problems(String... lines) {
        try {
            parsed(lines);
            return List.of();
        } catch (BadAlarmSettings e) {
            return e.problems().stream().map(SettingsProblem::toString).collect(Collectors.toList());
        }
    }

    @Test
    void gives_every_patient_the_settings_of_the_first_rule_that_fits_else_of_the_default_class() {
        WardAlarmSettings ward = parsed(
                "default-class: pediatric",
                "classes:",
                "  neonatal:",
                "    thresholds: {asystole-seconds: 3.5}",
                "patients:",
                "  nicu-7:",
                "    class: neonatal",
                "    thresholds: {pause-seconds: 1.8}",
                "    alarms: {bigeminy: off, pause: high}",
                "  \"nicu-*\": {class: neonatal}");

        AlarmSettings seven = ward.of("nicu-7").settings();
        assertThat(seven.get(AlarmThreshold.PAUSE_SECONDS)).isEqualTo(1.8);
        assertThat(seven.get(AlarmThreshold.ASYSTOLE_SECONDS)).isEqualTo(3.5);
        assertThat(seven.off()).containsExactly(AlarmKind.BIGEMINY);
        assertThat(seven.priority(AlarmKind.PAUSE)).isEqualTo(AlarmPriority.HIGH);
        assertThat(ward.of("nicu-8").settings().get(AlarmThreshold.PAUSE_SECONDS))
                .isEqualTo(1.5);
        assertThat(ward.of("nicu-8").settings().off()).isEmpty();
        assertThat(ward.of("nicu-8")).isSameAs(ward.of("nicu-9"));
        assertThat(ward.of("bed-1").settings()).isEqualTo(PatientClass.PEDIATRIC.settings());
    }

    @Test
    void a_patient_may_have_an_alarm_that_is_off_for_the_class() {
        WardAlarmSettings ward = parsed(
                "classes:",
                "  adult:",
                "    alarms: {bigeminy: off, trigeminy: off}",
                "patients:",
                "  bed-1:",
                "    alarms: {bigeminy: on}");

        assertThat(ward.of("bed-1").settings().off()).containsExactly(AlarmKind.TRIGEMINY);
        assertThat(ward.of("bed-2").settings().off()).containsExactly(AlarmKind.BIGEMINY, AlarmKind.TRIGEMINY);
    }

    @Test
    void every_problem_is_reported_at_once_each_with_its_line_and_what_is_permitted() {
        assertThat(problems(
                        "default-clas: adult",
                        "classes:",
                        "  adlt: {}",
                        "  adult:",
                        "    thresholds:",
                        "      asystole-second: 4",
                        "      asystole-seconds: 40",
                        "      extreme-bradycardia-beats: 4.5",
                        "      missed-beat-fraction: much",
                        "      noisy-signal-seconds: 1:30",
                        "      leads-on-seconds:",
                        "      leads-on-seconds: 1",
                        "    alarms:",
                        "      asystole: loud",
                        "      bigemini: off",
                        "patients: [bed-1]"))
                .containsExactly(
                        "ward.yaml:1: unknown key default-clas; did you mean default-class?",
                        "ward.yaml:3: unknown patient class adlt; did you mean adult?",
                        "ward.yaml:6: unknown threshold asystole-second; did you mean asystole-seconds?",
                        "ward.yaml:7: asystole-seconds must be a number from 2 to 15, was 40",
                        "ward.yaml:8: extreme-bradycardia-beats must be a whole number from 3 to 10, was 4.5",
                        "ward.yaml:9: missed-beat-fraction must be a number from 1.5 to 2.5, was 'much'",
                        "ward.yaml:10: noisy-signal-seconds must be a number from 1 to 60, was '1:30'",
                        "ward.yaml:11: leads-on-seconds must be a number from 0 to 10, was nothing",
                        "ward.yaml:12: leads-on-seconds is there twice, first on line 11",
                        "ward.yaml:14: asystole must be one of high, medium, low, on, off, was 'loud'",
                        "ward.yaml:15: unknown alarm bigemini; did you mean bigeminy?",
                        "ward.yaml:16: patients must be a mapping (key: value), was a list");
    }

    @Test
    void what_is_impossible_together_is_a_problem_at_the_line_that_makes_it_so() {
        assertThat(problems(
                        "classes:",
                        "  adult:",
                        "    thresholds: {asystole-seconds: 3}",
                        "patients:",
                        "  bed-1:",
                        "    thresholds:",
                        "      pause-seconds: 3",
                        "  bed-2:",
                        "    thresholds:",
                        "      extreme-bradycardia-beats-per-minute: 80",
                        "      extreme-tachycardia-beats-per-minute: 100",
                        "      rate-hysteresis-beats-per-minute: 12"))
                .containsExactly(
                        "ward.yaml:7: pause-seconds must be below asystole-seconds, was 3.0 with 3.0",
                        "ward.yaml:12: extreme-bradycardia-beats-per-minute must be below"
                                + " extreme-tachycardia-beats-per-minute by more than twice"
                                + " rate-hysteresis-beats-per-minute (12.0), was 80.0 with 100.0");
    }

    @Test
    void a_rule_that_would_never_apply_is_a_problem() {
        assertThat(problems("patients:", "  \"bed-*\": {class: adult}", "  bed-1: {class: neonatal}"))
                .containsExactly(
                        "ward.yaml:3: bed-1 would never apply: the first that fits decides, and bed-* on line 2"
                                + " fits; put the narrower one first");
        assertThat(problems("patients:", "  \"a?b*\": {class: adult}", "  \"a*b\": {class: neonatal}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a remark\n", "---\n", "''"})
    void an_empty_file_is_no_way_to_ask_for_the_defaults_for_it_may_be_half_written(String text) {
        assertThat(problems(text))
                .containsExactly("ward.yaml:1: is empty; for the defaults write default-class: adult");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classes: [",
                "a: b: c",
                "\tclasses: {}",
                "patients:\n  *: {}",
                "%YAML 9.9\n---\nx: 1",
                "a: 1\n---\nb: 2",
                "\u0000"
            })
    void what_is_no_yaml_is_refused_with_a_line(String text) {
        assertThat(problems(text)).hasSize(1).allMatch(problem -> problem.matches("(?s)ward.yaml:\\d: is no YAML: .+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a",
                "just words",
                "? [a]\n: b",
                "classes: &a\n  adult: *a",
                "classes: {adult: {thresholds: {<<: {asystole-seconds: 4}}}}",
                "patients: {'': {class: adult}}",
                "default-class: [adult]",
                "default-class: Adult",
                "patients: {x: {class: grown-up}}",
                "classes: {adult: {thresholds: {asystole-seconds: '4'}}}",
                "classes: {adult: {thresholds: {asystole-seconds: .nan}}}",
                "classes: {adult: {thresholds: {asystole-seconds: !!int 4e0}}}",
                "classes: {adult: {alarms: {asystole: false}}}"
            })
    void other_nonsense_is_refused_too(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_told_by_name() {
        assertThatThrownBy(() -> AlarmSettingsFile.read(Path.of("nowhere.yaml")))
                .hasMessageContaining("alarm settings nowhere.yaml cannot be read (no such file)");
    }

    @ParameterizedTest
    @EnumSource(PatientClass.class)
    void what_is_printed_reads_back_to_the_same_settings(PatientClass patientClass) {
        PatientAlarmSettings defaults = WardAlarmSettings.defaults().of(patientClass);

        WardAlarmSettings asClass = parsed(AlarmSettingsYaml.ofClass(defaults));
        WardAlarmSettings asPatient = parsed(AlarmSettingsYaml.ofPatient("it's 7", defaults));

        assertThat(asClass.of("anybody").settings()).isEqualTo(defaults.settings());
        assertThat(asPatient.of("it's 7").settings()).isEqualTo(defaults.settings());
        assertThat(asClass.of("anybody").fingerprint()).isEqualTo(defaults.fingerprint());
    }

    @Test
    void different_settings_have_different_fingerprints() {
        AlarmSettings settings = AlarmSettings.defaults();

        assertThat(List.of(
                        settings.fingerprint(),
                        settings.with(AlarmThreshold.PAUSE_SECONDS, 2).fingerprint(),
                        settings.without(AlarmKind.PAUSE).fingerprint(),
                        settings.with(AlarmKind.PAUSE, AlarmPriority.LOW).fingerprint()))
                .doesNotHaveDuplicates();
    }
}
