package org.rwave.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.monitor.Facts;
import org.rwave.ecg.recording.TestData;
import org.rwave.producer.ReplayProgress;

/** The facts of the live path, at full speed, are those of the monitor without Kafka: every one, and no other. */
abstract class SameFactsContract {
    abstract KafkaEnvironment environment();

    /** Records to send at once. */
    abstract List<Path> records(Path mitdb) throws Exception;

    @Test
    void the_live_path_states_what_the_monitor_states() throws Exception {
        List<Path> records = records(TestData.folder("mitdb"));
        long expectedBeats = 0;
        long offline = CpuTime.ofThisThread();
        for (Path record : records) {
            expectedBeats += OfflineMonitor.facts(record, 0).beats().size();
        }

        offline = CpuTime.ofThisThread() - offline;
        Map<String, LivePath.Outcome> outcomes;
        ReplayProgress sent;
        long nanos;
        long streaming;
        try (LivePath live = new LivePath(environment(), "same-facts-" + records.size() + ".")) {
            long start = System.nanoTime();
            sent = live.replay(records, Duration.ofSeconds(1));
            outcomes = live.gather(expectedBeats);
            nanos = live.lastFactNanos() - start;
            streaming = CpuTime.ofThreads(LivePath.STREAM_THREAD);
        }
        report(records.size(), expectedBeats, sent, nanos, streaming, offline);

        for (Path record : records) {
            String patient = record.getFileName().toString();
            assertThat(outcomes).containsKey(patient);
            LivePath.Outcome outcome = outcomes.get(patient);
            Facts expected = OfflineMonitor.facts(record, outcome.startEpochMicros());
            assertThat(outcome.facts().facts().beats())
                    .as("beats of " + patient)
                    .isEqualTo(expected.beats());
            assertThat(outcome.facts().facts().vitals())
                    .as("vitals of " + patient)
                    .isEqualTo(expected.vitals());
            assertThat(outcome.facts().facts().alarms())
                    .as("alarms of " + patient)
                    .isEqualTo(expected.alarms());
        }
    }

    /** For the eye; time is no test. */
    private static void report(int records, long beats, ReplayProgress sent, long nanos, long streaming, long offline) {
        System.out.printf(
                Locale.ROOT,
                "live path: %d records, %.1f h of two-lead ECG, %d chunks, %d beats: %.1f s from the first chunk sent"
                        + " to the last fact read; sending took %.1f s; CPU time of the stream threads %.1f s, of the monitor"
                        + " alone, offline, %.1f s%n",
                records,
                sent.signal().toMillis() / 3.6e6,
                sent.chunks(),
                beats,
                nanos / 1e9,
                sent.elapsed().toMillis() / 1e3,
                streaming / 1e9,
                offline / 1e9);
    }
}
