package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rwave.processor.alarmsettings.AlarmSettingsFile;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertPhase;
import org.rwave.schemas.feed.FeedChunk;

class AlarmSettingsInForceTest {
    private static final Feed FEED = Feed.simulated("p1", 41);

    private static WardAlarmSettings ward(String yaml) {
        return AlarmSettingsFile.parse("ward.yaml", yaml);
    }

    private static List<String> kinds(List<Alert> alerts) {
        return alerts.stream().map(Alert::getKind).collect(Collectors.toList());
    }

    @Test
    void each_patient_has_its_own() {
        try (Bench bench = new Bench()) {
            bench.alarmSettings(ward("patients: {p1: {alarms: {asystole: off}}}"));
            bench.send(FEED, 360).send(FEED.as("p2", "s"), 360);

            assertThat(kinds(bench.alerts("p1"))).doesNotContain("ASYSTOLE").isNotEmpty();
            assertThat(kinds(bench.alerts("p2"))).contains("ASYSTOLE");
        }
    }

    @Test
    void alerts_say_which_were_in_force() {
        WardAlarmSettings ward = ward("patients: {p1: {thresholds: {pause-seconds: 3}}}");
        try (Bench bench = new Bench()) {
            bench.alarmSettings(ward);
            bench.send(FEED, 360).send(FEED.as("p2", "s"), 360);

            assertThat(bench.alerts("p1"))
                    .isNotEmpty()
                    .allMatch(alert ->
                            alert.getSettingsFingerprint().equals(ward.of("p1").fingerprint()));
            assertThat(bench.alerts("p2"))
                    .isNotEmpty()
                    .allMatch(alert -> alert.getSettingsFingerprint()
                            .equals(WardAlarmSettings.defaults().of("p2").fingerprint()));
        }
    }

    @Test
    void a_change_is_followed_within_a_second_without_anything_else_being_different() {
        List<FeedChunk> chunks = FEED.chunks(360);
        int changedAt = 20;
        try (Bench bench = new Bench();
                Bench unchanged = new Bench()) {
            chunks.subList(0, changedAt).forEach(bench::send);
            bench.alarmSettings(ward("classes: {adult: {alarms: {asystole: off}}}"));
            bench.wallClockAdvances(Duration.ofSeconds(1));
            chunks.subList(changedAt, chunks.size()).forEach(bench::send);
            unchanged.send(FEED, 360);

            assertThat(bench.beats()).isEqualTo(unchanged.beats());
            assertThat(kinds(unchanged.alerts("p1"))).contains("ASYSTOLE");
            assertThat(kinds(bench.alerts("p1"))).doesNotContain("ASYSTOLE");
            assertThat(bench.facts("p1").vitals())
                    .isEqualTo(unchanged.facts("p1").vitals());
        }
    }

    @Test
    void a_patient_goes_on_from_a_snapshot_that_was_made_under_others() {
        List<FeedChunk> chunks = FEED.chunks(360);
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            chunks.subList(0, 30).forEach(first::send);
            second.alarmSettings(ward("classes: {adult: {thresholds: {pause-seconds: 3.5}}}"));
            second.resumeFrom(first, 30, 0);
            chunks.subList(30, chunks.size()).forEach(second::send);
            AnyChunkingTest.endOf(FEED, second);

            assertThat(AnyChunkingTest.joined(first.facts("p1"), second.facts("p1"))
                            .beats())
                    .isEqualTo(AnyChunkingTest.offline(FEED).beats());
        }
    }

    @Test
    void no_data_follows_them_too() {
        try (Bench bench = new Bench()) {
            bench.alarmSettings(ward("patients: {p1: {alarms: {no-data: off}}, p2: {alarms: {no-data: high}}}"));
            bench.send(FEED.chunk(0, 3600));
            bench.send(FEED.as("p2", "s").chunk(0, 3600));
            bench.wallClockAdvances(Duration.ofSeconds(12));

            assertThat(kinds(bench.alerts("p1"))).doesNotContain("NO_DATA");
            assertThat(bench.alerts("p2"))
                    .filteredOn(alert -> alert.getKind().equals("NO_DATA"))
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(alert.getPriority()).hasToString("HIGH");
                        assertThat(alert.getPhase()).isEqualTo(AlertPhase.START);
                    });
        }
    }
}
