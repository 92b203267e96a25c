package org.rwave.cli.loadtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.CtrlC;
import org.rwave.cli.KafkaOptions;
import org.rwave.ecg.recording.RecordingFinder;
import org.rwave.models.BeatModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave load-test}: how many live patients a cluster carries, how fast, and whether every beat is right. */
@Command(
        name = "load-test",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Send thousands of live patients through broker and processor and account for every beat.",
            "Latency counts from the moment at which each chunk was due (open loop)."
        },
        footer = {
            "",
            "Without --bootstrap-server (or RWAVE_BOOTSTRAP_SERVER) an embedded broker is started for the test.",
            "Exit code 0 only when no beat was lost, doubled or different from what the monitor states offline.",
            "Example: rwave load-test --patients 1000 --chunk 100ms --duration 60s --out report"
        })
public final class LoadTestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadTestOptions options;

    @Mixin
    private KafkaOptions kafka;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LoadSettings settings = settings();
        Optional<RecordingFinder> recordings = recordings();
        boolean isEmbedded = !spec.commandLine().getParseResult().hasMatchedOption("--bootstrap-server")
                && System.getenv("RWAVE_BOOTSTRAP_SERVER") == null;
        if (!isEmbedded) {
            kafka.requireBroker();
            kafka.requireRegistry();
        }
        Path logs = options.out() == null
                ? Files.createTempDirectory("rwave-load-test-")
                : Files.createDirectories(options.out());
        Tapes tapes = tapes(settings, recordings);
        try (CtrlC ctrlC = CtrlC.asks(() -> {}, Duration.ofSeconds(60))) {
            if (!isEmbedded) {
                return test(settings, tapes, given(), new Usage(), logs, ctrlC);
            }
            try (ChildJvm broker = BrokerProcess.start(options.brokerJvm(), logs)) {
                Usage usage = new Usage();
                usage.add(broker);
                return test(settings, tapes, BrokerProcess.address(broker), usage, logs, ctrlC);
            }
        }
    }

    private LoadSettings settings() {
        try {
            return options.settings();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Optional<RecordingFinder> recordings() throws IOException {
        RecordingFinder finder = RecordingFinder.ofProcess(Optional.ofNullable(options.data()));
        if (options.isSimulated()) {
            return Optional.empty();
        }
        if (Tapes.areFound(finder)) {
            if (options.isRateGiven()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--rate is for simulated patients: add --simulated; recordings have their own");
            }
            return Optional.of(finder);
        }
        if (options.data() != null) {
            throw new CommandFailed("no MIT-BIH records in " + options.data()
                    + "; fetch them with 'rwave data fetch mitdb' or leave --data away");
        }
        return Optional.empty();
    }

    private Tapes tapes(LoadSettings settings, Optional<RecordingFinder> recordings) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        err.println("computing what the monitor must state ...");
        err.flush();
        int patients = options.isLimitSought() ? Integer.MAX_VALUE : settings.patients();
        try (BeatModel model = options.model().map(BeatModel::load).orElseGet(BeatModel::standard)) {
            return Tapes.prepare(settings, patients, recordings, model);
        }
    }

    private ClusterAddress given() {
        return new ClusterAddress(
                kafka.bootstrapServer(), kafka.schemaRegistry(), kafka.clientProperties(), kafka.commandConfig());
    }

    private int test(LoadSettings settings, Tapes tapes, ClusterAddress cluster, Usage usage, Path logs, CtrlC ctrlC)
            throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        LiveLine live = new LiveLine(out);
        LoadRun run =
                new LoadRun(cluster, options.processors(), producerProperties(), usage, options.partitions(), logs);
        if (options.isLimitSought()) {
            return findLimit(run, settings, tapes, live, ctrlC);
        }
        out.println("cluster " + cluster.bootstrapServer() + ", " + tapes.described()
                + "; ~ marks seconds that do not count");
        live.heading();
        LoadResult result =
                run.run(settings, tapes, options.topicPrefix(), spectator(live, second -> false), ctrlC::wasPressed);
        return report(result);
    }

    private int findLimit(LoadRun run, LoadSettings settings, Tapes tapes, LiveLine live, CtrlC ctrlC)
            throws InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        LimitSearch search = new LimitSearch();
        search.search(settings.patients(), patients -> {
            if (ctrlC.wasPressed()) {
                throw new CommandFailed("interrupted after " + search.tried());
            }
            out.printf("trying %,d patients%n", patients);
            live.heading();
            String prefix = options.topicPrefix() + (search.tried().size() + 1) + ".";
            LoadResult result = run.run(
                    settings.withPatients(patients),
                    tapes,
                    prefix,
                    spectator(live, second -> LimitSearch.isHopeless(second, patients)),
                    ctrlC::wasPressed);
            out.println(patients + " patients: " + (result.isSustained() ? "sustained" : "NOT sustained") + "; "
                    + result.verdict());
            out.flush();
            return result;
        });
        LoadResult best = search.best()
                .orElseThrow(() -> new CommandFailed(
                        "not even " + settings.patients() + " patients are sustained; begin with fewer --patients"));
        int code = report(best);
        out.printf(
                "LIMIT: %,d patients are sustained (tried %s)%n",
                best.settings().patients(), search.summary());
        out.flush();
        return code;
    }

    private static LoadRun.Spectator spectator(LiveLine live, Predicate<Second> isHopeless) {
        return new LoadRun.Spectator() {
            @Override
            public boolean isHopeless(Second second) {
                return isHopeless.test(second);
            }

            @Override
            public void accept(Second second) {
                live.show(second);
            }
        };
    }

    private int report(LoadResult result) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ResultTable.print(result, out);
        String commandLine = "rwave "
                + spec.commandLine().getParseResult().originalArgs().stream()
                        .map(word -> word.contains(" ") ? '"' + word + '"' : word)
                        .collect(Collectors.joining(" "));
        if (options.out() != null) {
            ResultFiles.write(options.out(), result, commandLine, Machine.described());
            out.println("report: " + options.out().resolve("report.html"));
        }
        out.println(result.verdict());
        out.flush();
        return result.isPassed() ? 0 : 1;
    }

    private Map<String, String> producerProperties() {
        Map<String, String> properties = new HashMap<>();
        properties.put(
                ProducerConfig.LINGER_MS_CONFIG, Long.toString(options.linger().toMillis()));
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, options.compression());
        return properties;
    }

    /** As on the command line. */
    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
