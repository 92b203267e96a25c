package org.rwave.cli;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where Kafka and the schema registry are: a picocli mixin for every command that talks to them.
 *
 * <p>Precedence of client properties: {@code --command-config} file, then the command line.
 */
public final class KafkaOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:RWAVE_BOOTSTRAP_SERVER:-localhost:9092}",
            description = "Kafka brokers, comma-separated (default: ${DEFAULT-VALUE}).")
    private String bootstrapServer;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:RWAVE_SCHEMA_REGISTRY:-http://localhost:8081}",
            description = "Schema registry with Confluent's API (default: ${DEFAULT-VALUE}).")
    private String schemaRegistry;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties file with any Kafka client or registry client property, TLS and SASL included.")
    private Path commandConfig;

    private Map<String, String> clientProperties;

    public String bootstrapServer() {
        return bootstrapServer;
    }

    public String schemaRegistry() {
        return schemaRegistry;
    }

    /** The file with further client properties, if one was given. */
    public Optional<Path> commandConfig() {
        return Optional.ofNullable(commandConfig);
    }

    /**
     * What {@code --command-config} says plus {@code bootstrap.servers}; unknown keys are kept for the client to judge.
     *
     * @throws ParameterException when the file cannot be read
     */
    public Map<String, String> clientProperties() {
        if (clientProperties == null) {
            Map<String, String> properties = commandConfig == null ? new TreeMap<>() : read(commandConfig);
            properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
            clientProperties = Map.copyOf(properties);
        }
        return clientProperties;
    }

    /**
     * Asks the brokers for their cluster id, so that a wrong address fails in seconds and in one line.
     *
     * @throws CommandFailed when there is no answer within 10 s
     */
    public void requireBroker() {
        Map<String, Object> properties = new TreeMap<>(clientProperties());
        properties.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        properties.put("request.timeout.ms", (int) PATIENCE.toMillis() / 2);
        try (Admin admin = Admin.create(properties)) {
            admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw noBroker(e instanceof ExecutionException ? e.getCause() : e);
        } catch (KafkaException e) {
            throw noBroker(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while looking for Kafka at " + bootstrapServer, e);
        }
    }

    /**
     * Asks the registry for its subjects. An answer of any kind other than an error of the server will do: a registry
     * may forbid the listing to those who may well read schemas.
     *
     * @throws CommandFailed when nobody answers within 10 s
     */
    public void requireRegistry() {
        if (schemaRegistry.startsWith("mock://")) {
            return;
        }
        String first = schemaRegistry.split(",", 2)[0].replaceAll("/+$", "");
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(first + "/subjects"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<Void> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() >= 500 || answer.statusCode() == 404) {
                throw noRegistry("it answered " + answer.statusCode() + " to GET /subjects", null);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw noRegistry(
                    String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted while looking for the schema registry at " + schemaRegistry, e);
        }
    }

    private CommandFailed noBroker(Throwable cause) {
        String why =
                cause.getMessage() == null ? "no answer within " + PATIENCE.toSeconds() + " s" : cause.getMessage();
        return new CommandFailed(
                "no Kafka broker at " + bootstrapServer + " (" + why + "); start one or pass --bootstrap-server",
                cause);
    }

    private CommandFailed noRegistry(String why, Throwable cause) {
        return new CommandFailed(
                "no schema registry at " + schemaRegistry + " (" + why + "); start one or pass --schema-registry",
                cause);
    }

    private Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--command-config: cannot read " + file + ": " + e, e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
