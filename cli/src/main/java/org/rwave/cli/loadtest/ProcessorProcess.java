package org.rwave.cli.loadtest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rwave.cli.CommandFailed;

/** One instance of {@code rwave process} in a process of its own, and what it says of itself over HTTP. */
final class ProcessorProcess implements AutoCloseable {
    private static final Pattern METRICS = Pattern.compile("^metrics and health on port (\\d+)");
    private static final Duration READY_PATIENCE = Duration.ofSeconds(60);
    private static final Duration HTTP_PATIENCE = Duration.ofSeconds(5);

    private final ChildJvm jvm;
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    private ProcessorProcess(ChildJvm jvm) {
        this.jvm = jvm;
        this.base = URI.create("http://localhost:" + jvm.await(METRICS));
    }

    /**
     * Starts instance {@code number}; returns when it serves, which is before it has its partitions.
     *
     * @param options settings of {@code rwave process} by name, without the dashes
     */
    static ProcessorProcess start(
            int number,
            ClusterAddress cluster,
            String topicPrefix,
            Optional<Path> model,
            Map<String, String> options,
            List<String> jvmOptions,
            Path logs) {
        List<String> arguments = new ArrayList<>(List.of(
                "process",
                "--bootstrap-server",
                cluster.bootstrapServer(),
                "--schema-registry",
                cluster.schemaRegistry(),
                "--topic-prefix",
                topicPrefix,
                "--application-id",
                topicPrefix + "processor",
                "--metrics-port",
                "0"));
        cluster.commandConfig().ifPresent(file -> arguments.addAll(List.of("--command-config", file.toString())));
        model.ifPresent(file -> arguments.addAll(List.of("--model", file.toString())));
        options.forEach((key, value) -> arguments.addAll(List.of("--" + key, value)));
        ChildJvm jvm = ChildJvm.start("processor-" + number, jvmOptions, arguments, logs);
        try {
            return new ProcessorProcess(jvm);
        } catch (RuntimeException e) {
            jvm.close();
            throw e;
        }
    }

    /** Waits until it has partitions and processes. */
    void awaitReady() throws InterruptedException {
        long giveUpAt = System.nanoTime() + READY_PATIENCE.toNanos();
        while (get("/health/ready").statusCode() != 200) {
            if (System.nanoTime() > giveUpAt || !jvm.isAlive()) {
                throw new CommandFailed("the processor does not get ready: " + jvm.lastWords());
            }
            Thread.sleep(100);
        }
    }

    /** Its metrics, in Prometheus' text format. */
    String metrics() throws InterruptedException {
        return get("/metrics").body();
    }

    private HttpResponse<String> get(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(HTTP_PATIENCE)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CommandFailed("no answer from the processor: " + jvm.lastWords(), e);
        }
    }

    ChildJvm jvm() {
        return jvm;
    }

    @Override
    public void close() {
        jvm.close();
    }
}
