package org.rwave.cli.process;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.rwave.cli.CommandFailed;
import picocli.CommandLine.Option;

/**
 * The processor's settings as they come from a file, the environment and the command line, later ones first. All are
 * text here: {@code ProcessorSettings} knows the rules and reports all problems together.
 */
final class ProcessOptions {
    private static final String ENVIRONMENT_PREFIX = "RWAVE_PROCESS_";

    private final Map<String, String> given = new HashMap<>();

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with any of the settings below.")
    private Path config;

    @Option(names = "--model", paramLabel = "FILE", description = "ONNX model (default: the one of this release).")
    void model(String value) {
        give("model", value);
    }

    @Option(
            names = "--alarm-settings",
            paramLabel = "FILE",
            description = "YAML file with thresholds and priorities by patient class and patient"
                    + " (default: the documented defaults for adults).")
    void alarmSettings(String value) {
        give("alarm-settings", value);
    }

    @Option(
            names = "--beats",
            paramLabel = "detector|reference",
            description = "R peaks from the own detector (default) or from the replayed annotations.")
    void beats(String value) {
        give("beats", value);
    }

    @Option(
            names = "--provisional-beats",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Also publish each beat without look-ahead, as revision 0 (default: false).")
    void provisionalBeats(String value) {
        give("provisional-beats", value);
    }

    @Option(
            names = "--guarantee",
            paramLabel = "at_least_once|exactly_once_v2",
            description = "What a crash may do to the facts (default: at_least_once, same ids when repeated).")
    void guarantee(String value) {
        give("guarantee", value);
    }

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Serve /metrics, /health/live and /health/ready there; 0 for any free port (default: none).")
    void metricsPort(String value) {
        give("metrics-port", value);
    }

    @Option(names = "--application-id", paramLabel = "ID", description = "Consumer group (default: rwave-processor).")
    void applicationId(String value) {
        give("application-id", value);
    }

    @Option(names = "--topic-prefix", paramLabel = "TEXT", description = "Before every topic name.")
    void topicPrefix(String value) {
        give("topic-prefix", value);
    }

    @Option(names = "--threads", paramLabel = "N", description = "Stream threads (default: 1).")
    void threads(String value) {
        give("threads", value);
    }

    @Option(
            names = "--standby-replicas",
            paramLabel = "N",
            description = "Warm copies of the state on other instances (default: 0).")
    void standbyReplicas(String value) {
        give("standby-replicas", value);
    }

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Of the changelog topic (default: the brokers' own).")
    void replicationFactor(String value) {
        give("replication-factor", value);
    }

    @Option(
            names = "--commit-interval",
            paramLabel = "TIME",
            description = "Default: 10s; 100ms with exactly_once_v2, whose readers wait for it.")
    void commitInterval(String value) {
        give("commit-interval", value);
    }

    @Option(
            names = "--linger",
            paramLabel = "TIME",
            description = "How long facts are collected before they are sent (default: 2ms).")
    void linger(String value) {
        give("linger", value);
    }

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            description = "Simulated ECG that is played before the start, so that the first patients are not slow"
                    + " (default: 160m, about two seconds).")
    void warmUp(String value) {
        give("warm-up", value);
    }

    @Option(
            names = "--fetch-wait",
            paramLabel = "TIME",
            description = "How long the brokers may collect chunks before they hand them over; 10ms spares much CPU"
                    + " with thousands of patients (default: 0ms).")
    void fetchWait(String value) {
        give("fetch-wait", value);
    }

    @Option(
            names = "--no-data-after",
            paramLabel = "TIME",
            description = "Silence that raises the NO_DATA alarm (default: 10s).")
    void noDataAfter(String value) {
        give("no-data-after", value);
    }

    @Option(
            names = "--discharge-after",
            paramLabel = "TIME",
            description = "Silence after which a patient is no longer monitored (default: 15m).")
    void dischargeAfter(String value) {
        give("discharge-after", value);
    }

    @Option(
            names = "--max-held",
            paramLabel = "TIME",
            description = "Waveform that may wait for its annotations (default: 10m).")
    void maxHeld(String value) {
        give("max-held", value);
    }

    /** Picocli clears an option by giving it null. */
    private void give(String key, String value) {
        if (value == null) {
            given.remove(key);
        } else {
            given.put(key, value);
        }
    }

    /** File, then environment, then command line; each goes before the one before it. */
    Map<String, String> values(Map<String, String> environment) {
        Map<String, String> values = file();
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                String key = name.substring(ENVIRONMENT_PREFIX.length());
                values.put(key.toLowerCase(Locale.ROOT).replace('_', '-'), value);
            }
        });
        values.putAll(given);
        return values;
    }

    private Map<String, String> file() {
        Map<String, String> values = new HashMap<>();
        if (config == null) {
            return values;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(config, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException ? "no such file" : e.getMessage();
            throw new CommandFailed("--config " + config + " cannot be read (" + why + ")", e);
        }
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
