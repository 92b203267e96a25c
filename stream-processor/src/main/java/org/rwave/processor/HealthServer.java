package org.rwave.processor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * {@code /metrics} in Prometheus' text format, {@code /health/live} (200 unless the processor has failed or ended) and
 * {@code /health/ready} (200 while records are being processed). On all interfaces: nothing here names a patient.
 */
final class HealthServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService executor;

    private HealthServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Serves until closed.
     *
     * @param port 0 for any free one
     * @param remark a line to be added to both answers of {@code /health}; empty for none
     * @throws ProcessorException when the port cannot be had
     */
    static HealthServer start(
            int port, PrometheusMeterRegistry meters, Supplier<State> state, Supplier<String> remark) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new ProcessorException(
                    "cannot listen on port " + port + " for metrics and health (" + e.getMessage()
                            + "); choose another --metrics-port",
                    e);
        }
        server.createContext("/metrics", exchange -> answer(exchange, OK, meters.scrape()));
        server.createContext(
                "/health/live", exchange -> health(exchange, state.get(), isAlive(state.get()), remark.get()));
        server.createContext(
                "/health/ready", exchange -> health(exchange, state.get(), state.get() == State.RUNNING, remark.get()));
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "rwave-health");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.start();
        return new HealthServer(server, executor);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static boolean isAlive(State state) {
        return state == State.CREATED || state == State.RUNNING || state == State.REBALANCING;
    }

    private static void health(HttpExchange exchange, State state, boolean healthy, String remark) throws IOException {
        answer(exchange, healthy ? OK : UNAVAILABLE, state + "\n" + (remark.isEmpty() ? "" : remark + "\n"));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
