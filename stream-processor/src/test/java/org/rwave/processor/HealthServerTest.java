package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;

class HealthServerTest {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicReference<State> state = new AtomicReference<>(State.REBALANCING);
    private final AtomicReference<String> remark = new AtomicReference<>("");
    private final HealthServer server = HealthServer.start(0, meters, state::get, remark::get);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void is_live_but_not_ready_while_partitions_are_being_assigned() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void is_ready_while_records_are_processed() throws Exception {
        state.set(State.RUNNING);

        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("RUNNING\n");
    }

    @Test
    void tells_what_an_operator_should_know_without_calling_it_a_failure() throws Exception {
        state.set(State.RUNNING);
        remark.set("alarm settings: ward.yaml:3: unknown alarm");

        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("RUNNING\nalarm settings: ward.yaml:3: unknown alarm\n");
    }

    @Test
    void is_not_live_after_a_failure() throws Exception {
        state.set(State.ERROR);

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
    }

    @Test
    void shows_the_counts_to_prometheus() throws Exception {
        ProcessorMetrics metrics = new ProcessorMetrics(meters);
        metrics.beat(BeatClass.V);
        metrics.inferred(25_000);

        assertThat(get("/metrics").body())
                .contains("rwave_beats_total{class=\"V\"} 1.0")
                .contains("rwave_chunks_total{arrival=\"duplicate\"} 0.0")
                .contains("rwave_inference_seconds_bucket{le=\"3.0E-5\"} 1")
                .contains("rwave_pipeline_latency_seconds_count 0");
    }

    @Test
    void says_which_port_is_taken() {
        assertThatThrownBy(() -> HealthServer.start(server.port(), meters, state::get, remark::get))
                .isInstanceOf(ProcessorException.class)
                .hasMessageContaining("port " + server.port());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
