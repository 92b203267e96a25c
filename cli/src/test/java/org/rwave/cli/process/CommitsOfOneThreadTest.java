package org.rwave.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rwave.cli.e2e.LiveWard;
import org.rwave.cli.e2e.SharedEnvironment;
import org.rwave.ecg.simulate.Scenario;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.StreamProcessor;
import org.rwave.schemas.feed.FeedChunk;

/**
 * Two partitions, one stream thread. Kafka Streams commits all tasks of a thread when one of them asks; were each to ask at a
 * time of its own, every patient would be written twice in an interval.
 */
class CommitsOfOneThreadTest {
    private static final String PREFIX = "commits.";
    private static final int PATIENTS = 8;
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration LONG_ENOUGH = INTERVAL.multipliedBy(12);

    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    @Test
    void write_every_patient_once_in_an_interval_and_not_once_for_every_task() throws Exception {
        ProcessorSettings settings = ProcessorSettings.of(Map.of(
                "application-id", "commits",
                "topic-prefix", PREFIX,
                "threads", "1",
                "commit-interval", INTERVAL.toMillis() + "ms",
                "metrics-port", "0"));
        try (LiveWard ward = new LiveWard(ENVIRONMENT.get(), PREFIX);
                StreamProcessor processor = StreamProcessor.start(settings, ward.kafka(), LiveWard::allNormal)) {
            int port = processor.metricsPort().orElseThrow();
            List<List<FeedChunk>> feeds = new ArrayList<>();
            for (int patient = 0; patient < PATIENTS; patient++) {
                feeds.add(ward.chunks("p" + patient, minutes(2)));
            }

            long begin = System.nanoTime();
            Duration taken = Duration.ZERO;
            for (int chunk = 0; taken.compareTo(LONG_ENOUGH) < 0; chunk++) {
                for (List<FeedChunk> feed : feeds) {
                    ward.publish(feed.subList(chunk, chunk + 1));
                }
                taken = Duration.ofNanos(System.nanoTime() - begin);
            }

            double written = metric(port, "rwave_snapshots_total");
            double intervals = taken.toMillis() / (double) INTERVAL.toMillis();
            assertThat(written).isBetween(2.0 * PATIENTS, PATIENTS * (intervals + 2));
            assertThat(metric(port, "rwave_snapshot_tail_bytes_total")).isPositive(); // some were written early
        }
    }

    private static Scenario minutes(int minutes) {
        return Scenario.builder().sinus(75, Duration.ofMinutes(minutes)).build();
    }

    private static double metric(int port, String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                .build();
        String metrics = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }
}
