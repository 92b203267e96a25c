package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertPhase;
import org.rwave.schemas.feed.FeedChunk;

class NoDataTest {
    private static final Feed FEED = Feed.simulated("p1", 51);

    @Test
    void is_raised_once_after_ten_seconds_of_silence_and_ended_by_the_next_chunk() {
        try (Bench bench = new Bench()) {
            bench.send(FEED.chunk(0, 3600));
            bench.wallClockAdvances(Duration.ofSeconds(9));
            assertThat(noData(bench)).isEmpty();

            bench.wallClockAdvances(Duration.ofSeconds(2));
            bench.wallClockAdvances(Duration.ofSeconds(30));
            bench.send(FEED.chunk(3600, 3690));

            List<Alert> alarms = noData(bench);
            assertThat(alarms).extracting(Alert::getPhase).containsExactly(AlertPhase.START, AlertPhase.END);
            assertThat(alarms).extracting(Alert::getAlertId).containsOnly("p1/sim-51/NO_DATA/3599");
            assertThat(alarms.get(0).getMessage()).isEqualTo("no data for 11 s");
            assertThat(alarms.get(0).getModelHash()).isEmpty();
        }
    }

    @Test
    void chunks_that_bring_nothing_new_do_not_count_as_data() {
        try (Bench bench = new Bench()) {
            bench.send(FEED.chunk(0, 3600));
            for (int second = 0; second < 12; second++) {
                bench.send(FEED.chunk(0, 360));
                bench.wallClockAdvances(Duration.ofSeconds(1));
            }

            assertThat(noData(bench)).extracting(Alert::getPhase).containsExactly(AlertPhase.START);
        }
    }

    @Test
    void leaves_all_other_facts_as_they_are() {
        try (Bench bench = new Bench()) {
            for (FeedChunk chunk : FEED.chunks(3600)) {
                bench.send(chunk);
                bench.wallClockAdvances(Duration.ofSeconds(60));
            }
            AnyChunkingTest.endOf(FEED, bench);

            var facts = bench.facts("p1");
            var expected = AnyChunkingTest.offline(FEED);
            assertThat(facts.beats()).isEqualTo(expected.beats());
            assertThat(facts.vitals()).isEqualTo(expected.vitals());
            assertThat(facts.alarms().stream().filter(a -> a.kind() != AlarmKind.NO_DATA))
                    .containsExactlyElementsOf(expected.alarms());
        }
    }

    @Test
    void is_raised_for_a_patient_who_fell_silent_while_the_processor_changed_hands() {
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            first.send(FEED.chunk(0, 3600));
            second.resumeFrom(first, 0, 0);
            second.wallClockAdvances(Duration.ofSeconds(11));
            second.wallClockAdvances(Duration.ofSeconds(11));

            assertThat(noData(second)).extracting(Alert::getAlertId).containsExactly("p1/sim-51/NO_DATA/3599");
        }
    }

    @Test
    void stays_raised_across_a_restart_and_is_ended_there() {
        try (Bench first = new Bench();
                Bench second = new Bench()) {
            first.send(FEED.chunk(0, 3600));
            first.wallClockAdvances(Duration.ofSeconds(11));
            second.resumeFrom(first, 1, 0);
            second.send(FEED.chunk(3600, 3690));

            assertThat(noData(second)).extracting(Alert::getPhase).containsExactly(AlertPhase.END);
        }
    }

    @Test
    void after_long_silence_the_patient_is_discharged_and_leaves_nothing_behind() {
        try (Bench bench = new Bench()) {
            bench.send(FEED, 360);
            bench.wallClockAdvances(Duration.ofSeconds(11));
            bench.wallClockAdvances(Duration.ofMinutes(15));

            assertThat(noData(bench)).extracting(Alert::getPhase).containsExactly(AlertPhase.START, AlertPhase.END);
            assertThat(bench.facts("p1").beats())
                    .isEqualTo(AnyChunkingTest.offline(FEED).beats());
            assertThat(bench.snapshots().approximateNumEntries()).isZero();
            assertThat(bench.gauge("rwave.patients")).isZero();

            bench.send(FEED.chunk(0, 90));
            assertThat(bench.gauge("rwave.patients")).isEqualTo(1);
        }
    }

    private static List<Alert> noData(Bench bench) {
        return bench.alerts("p1").stream()
                .filter(alert -> alert.getKind().equals("NO_DATA"))
                .toList();
    }
}
