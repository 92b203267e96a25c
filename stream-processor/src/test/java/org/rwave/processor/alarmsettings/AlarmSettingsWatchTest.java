package org.rwave.processor.alarmsettings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.ecg.alarm.AlarmThreshold;

class AlarmSettingsWatchTest {
    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Path file;
    private AlarmSettingsWatch watch;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("ward.yaml");
        write(3);
        watch = new AlarmSettingsWatch(file, meters);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private void write(double pauseSeconds) throws IOException {
        Files.writeString(file, "classes: {adult: {thresholds: {pause-seconds: " + pauseSeconds + "}}}");
    }

    private double pauseSeconds() {
        return watch.get().of("anybody").settings().get(AlarmThreshold.PAUSE_SECONDS);
    }

    private double changes(String result) {
        return meters.get("rwave.alarm.settings.changes")
                .tag("result", result)
                .counter()
                .count();
    }

    @Test
    void a_changed_file_is_in_force_once_it_has_stayed_the_same_for_a_look() throws IOException {
        write(2);
        watch.look();
        assertThat(pauseSeconds()).isEqualTo(3);

        watch.look();

        assertThat(pauseSeconds()).isEqualTo(2);
        assertThat(changes("applied")).isEqualTo(1);
    }

    @Test
    void a_bad_file_changes_nothing_and_says_so_once() throws IOException {
        Files.writeString(file, "classes: {adult: {thresholds: {pause-second: 2}}}");
        for (int i = 0; i < 5; i++) {
            watch.look();
        }

        assertThat(pauseSeconds()).isEqualTo(3);
        assertThat(watch.problem().orElseThrow()).contains("ward.yaml:1: unknown threshold pause-second");
        assertThat(changes("refused")).isEqualTo(1);
        assertThat(meters.get("rwave.alarm.settings.good").gauge().value()).isZero();
    }

    @Test
    void another_bad_edit_is_refused_anew_though_its_first_problem_is_the_one_before() throws IOException {
        String first = "classes: {adult: {thresholds: {pause-second: 2}}}\n";
        Files.writeString(file, first);
        look(3);
        assertThat(changes("refused")).isEqualTo(1);

        Files.writeString(file, first + "wards: {}\n");
        look(3);
        assertThat(changes("refused")).isEqualTo(2);
        assertThat(watch.problems()).hasSize(2);
        assertThat(watch.problems().get(0)).contains("ward.yaml:1: unknown threshold pause-second");
        assertThat(watch.problems().get(1)).contains("ward.yaml:2: ", "wards");

        Files.writeString(file, first);
        look(3);
        assertThat(changes("refused")).isEqualTo(3);
        assertThat(watch.problems()).hasSize(1);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    @Test
    void the_file_that_is_put_right_is_in_force_again() throws IOException {
        Files.writeString(file, "");
        watch.look();
        watch.look();
        write(2.2);
        watch.look();
        watch.look();

        assertThat(pauseSeconds()).isEqualTo(2.2);
        assertThat(watch.problem()).isEmpty();
    }

    @Test
    void a_file_that_is_gone_for_a_while_changes_nothing() throws IOException {
        Files.delete(file);
        watch.look();
        assertThat(watch.problem().orElseThrow()).contains("no such file");
        assertThat(pauseSeconds()).isEqualTo(3);

        write(3);
        watch.look();
        watch.look();

        assertThat(watch.problem()).isEmpty();
    }
}
