package org.rwave.cli.loadtest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.cli.score.TimeOption;
import picocli.CommandLine.Option;

/** The options of {@code rwave load-test}. */
final class LoadTestOptions {
    private static final double DEFAULT_HERTZ = 360;

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Live patients; with --find-limit the first number tried (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(
            names = "--chunk",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "250ms",
            description = "Signal time in one chunk, 10ms to 10s (default: ${DEFAULT-VALUE}).")
    private Duration chunk;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "60s",
            description = "How long all patients are there (default: ${DEFAULT-VALUE}).")
    private Duration duration;

    @Option(
            names = "--ramp",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "20s",
            description = "Time over which they join; accounted for, but not timed (default: ${DEFAULT-VALUE}).")
    private Duration ramp;

    @Option(
            names = "--leads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Leads of each patient (default: ${DEFAULT-VALUE}).")
    private int leads;

    @Option(names = "--simulated", description = "Simulated patients even where there are recordings.")
    private boolean isSimulated;

    @Option(names = "--rate", paramLabel = "HZ", description = "Sampling rate of simulated patients (default: 360).")
    private Double rate;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where mitdb/ is (default: $RWAVE_DATA, data, ../shared/data).")
    private Path data;

    @Option(names = "--find-limit", description = "Search the highest number of patients that is sustained.")
    private boolean isLimitSought;

    @Option(
            names = "--freeze",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Self-test: stop the processor for so long in the middle; the report must show it.")
    private Duration freeze;

    @Option(names = "--out", paramLabel = "DIR", description = "Write report.html, result.json, .hgrm files and logs.")
    private Path out;

    @Option(
            names = "--processors",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processors to start, each in its own process; 0 if they run elsewhere, as"
                    + " 'rwave process --topic-prefix load-test.' (default: ${DEFAULT-VALUE}).")
    private int processors;

    @Option(
            names = {"-P", "--process"},
            paramLabel = "SETTING=VALUE",
            description = "Any setting of 'rwave process', for instance -P threads=2.")
    private Map<String, String> processSettings = new LinkedHashMap<>();

    @Option(names = "--model", paramLabel = "FILE", description = "ONNX model (default: the one of this release).")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "12",
            description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--topic-prefix",
            paramLabel = "TEXT",
            defaultValue = "load-test.",
            description =
                    "Before the names of the test's topics, which are made and removed (default: ${DEFAULT-VALUE}).")
    private String topicPrefix;

    @Option(
            names = "--linger",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "5ms",
            description = "How long the generator collects chunks before it sends them (default: ${DEFAULT-VALUE}).")
    private Duration linger;

    @Option(
            names = "--compression",
            paramLabel = "none|lz4|zstd|snappy|gzip",
            defaultValue = "none",
            description = "Of the waveform (default: ${DEFAULT-VALUE}).")
    private String compression;

    @Option(
            names = "--processor-jvm",
            paramLabel = "OPTIONS",
            defaultValue = "",
            description = "JVM options of the processors, for instance \"-Xmx4g -XX:+UseZGC\".")
    private String processorJvm;

    @Option(
            names = "--broker-jvm",
            paramLabel = "OPTIONS",
            defaultValue = "",
            description = "JVM options of the embedded broker.")
    private String brokerJvm;

    LoadSettings settings() {
        if (processors < 0 || partitions < 1) {
            throw new IllegalArgumentException("--processors must not be negative, --partitions at least 1");
        }
        if (freeze != null && processors == 0) {
            throw new IllegalArgumentException("--freeze needs a processor of our own: --processors 1");
        }
        return new LoadSettings(
                patients,
                chunk,
                duration,
                ramp,
                leads,
                rate == null ? DEFAULT_HERTZ : rate,
                Optional.ofNullable(freeze));
    }

    ProcessorChoice processors() {
        List<String> jvm = LoadTestCommand.words(processorJvm);
        return new ProcessorChoice(processors, processSettings, jvm.isEmpty() ? defaultProcessorJvm() : jvm, model);
    }

    /** Twice what the patients may take, and room for Kafka's clients. */
    private List<String> defaultProcessorJvm() {
        long megabytes = 512 + 2L * patients * 64 / 1024 / Math.max(1, processors);
        return List.of("-Xmx" + megabytes + "m", "-XX:+UseParallelGC");
    }

    List<String> brokerJvm() {
        List<String> jvm = LoadTestCommand.words(brokerJvm);
        return jvm.isEmpty() ? List.of("-Xmx1g", "-XX:+UseParallelGC") : jvm;
    }

    boolean isSimulated() {
        return isSimulated;
    }

    boolean isRateGiven() {
        return rate != null;
    }

    boolean isLimitSought() {
        return isLimitSought;
    }

    Path data() {
        return data;
    }

    Path out() {
        return out;
    }

    Optional<Path> model() {
        return model;
    }

    int partitions() {
        return partitions;
    }

    String topicPrefix() {
        return topicPrefix;
    }

    Duration linger() {
        return linger;
    }

    String compression() {
        return compression;
    }
}
