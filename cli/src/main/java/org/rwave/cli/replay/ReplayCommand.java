package org.rwave.cli.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.CtrlC;
import org.rwave.cli.KafkaOptions;
import org.rwave.cli.broker.TopicSetup;
import org.rwave.cli.score.TimeOption;
import org.rwave.cli.whatif.WhatIf;
import org.rwave.cli.whatif.WhatIfOptions;
import org.rwave.ecg.recording.RecordingFinder;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.producer.ChunkSink;
import org.rwave.producer.Faults;
import org.rwave.producer.FaultySink;
import org.rwave.producer.KafkaChunkSink;
import org.rwave.producer.RecordedSource;
import org.rwave.producer.Replay;
import org.rwave.producer.ReplayClock;
import org.rwave.producer.ReplayFailed;
import org.rwave.producer.ReplayPatient;
import org.rwave.producer.ReplaySettings;
import org.rwave.producer.ReplaySource;
import org.rwave.producer.SimulatedSource;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rwave replay}: recordings as live feeds, until their end or Ctrl-C. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Publish recordings, or simulated patients, as live feeds;",
            "or, with --what-if, see what other alarm settings would do to them."
        },
        footer = {"", "Example: rwave replay 100 207 --loop --clones 5"})
public final class ReplayCommand implements Callable<Integer> {
    private static final SamplingRate SIMULATED_RATE = new SamplingRate(360);
    private static final Duration SIMULATED_LENGTH = Duration.ofMinutes(30);
    private static final long CLOSING_SECONDS = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Parameters(
            paramLabel = "RECORD",
            arity = "0..*",
            description = "Records by name (100, mitdb/100) or path; a data base (mitdb) for all of its records.")
    private List<String> records = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to look for records (default: $RWAVE_DATA, data, ../shared/data).")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--simulated", paramLabel = "N", description = "Also, or instead, N simulated ward patients.")
    private int simulated;

    @Option(
            names = "--speed",
            paramLabel = "X",
            converter = SpeedOption.class,
            defaultValue = "1",
            description = "Times real time, or max for as fast as it goes (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--loop",
            description = "Start again at the end; sample indices go on. Faster than real time only with --duration.")
    private boolean loop;

    @Option(
            names = "--clones",
            paramLabel = "N",
            defaultValue = "1",
            description = "Feeds of each record, as patients NAME-1 to NAME-N (default: ${DEFAULT-VALUE}).")
    private int clones;

    @Option(
            names = "--phase-shift",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "0s",
            description = "How much further into the record each clone starts than the one before (default: 0s).")
    private Duration phaseShift;

    @Option(
            names = "--chunk",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "250ms",
            description = "Signal time in one chunk, 10ms to 10s (default: ${DEFAULT-VALUE}).")
    private Duration chunk;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = TimeOption.class,
            defaultValue = "0s",
            description = "Where in the record to start, for instance 5:00 (default: ${DEFAULT-VALUE}).")
    private Duration start;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Signal time to replay, loops included (default: all there is).")
    private Optional<Duration> duration = Optional.empty();

    @Option(names = "--create-topics", description = "Create the topics that are missing.")
    private boolean createTopics;

    @Option(names = "--drop", paramLabel = "SHARE", description = "Fault: never send this share of the chunks.")
    private double drop;

    @Option(names = "--duplicate", paramLabel = "SHARE", description = "Fault: send this share twice.")
    private double duplicate;

    @Option(names = "--reorder", paramLabel = "SHARE", description = "Fault: send this share after its successor.")
    private double reorder;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides faults and simulated patients (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private WhatIfOptions whatIf;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (whatIf.isAsked()) {
            return whatIf();
        }
        if (whatIf.isStray()) {
            throw new ParameterException(spec.commandLine(), "--alarm-settings, --model and --json go with --what-if");
        }
        ReplaySettings settings = usage(() -> new ReplaySettings(speed, loop, chunk, start, duration));
        Faults faults = usage(() -> new Faults(drop, duplicate, reorder, seed));
        List<ReplayPatient> patients = patients();
        kafka.requireBroker();
        kafka.requireRegistry();
        try (Registry registry = Registry.connect(kafka.schemaRegistry(), kafka.clientProperties())) {
            Topics topics = Topics.standard();
            prepare(topics, registry);
            try (ChunkSink sink = new KafkaChunkSink(kafka.clientProperties(), topics, registry)) {
                replay(settings, patients, faults, sink);
            }
        } catch (KafkaException | ReplayFailed e) {
            throw new CommandFailed(e.getMessage(), e);
        }
        return 0;
    }

    private int whatIf() throws IOException, InterruptedException {
        if (loop || clones != 1 || drop > 0 || duplicate > 0 || reorder > 0) {
            throw new ParameterException(
                    spec.commandLine(), "--what-if runs offline: no --loop, --clones, --drop, --duplicate, --reorder");
        }
        WhatIf question = new WhatIf(whatIf);
        question.run(
                sources(),
                start,
                duration,
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
        return 0;
    }

    private interface Checked<T> {
        T make();
    }

    private <T> T usage(Checked<T> checked) {
        try {
            return checked.make();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<ReplaySource> sources() throws IOException {
        if (records.isEmpty() && simulated < 1) {
            throw new ParameterException(spec.commandLine(), "name a RECORD to replay, or --simulated N");
        }
        List<ReplaySource> sources = new ArrayList<>();
        RecordingFinder finder = RecordingFinder.ofProcess(data);
        for (String record : records) {
            for (Path path : finder.findAll(record)) {
                sources.add(new RecordedSource(path));
            }
        }
        PatientSimulator ward = new PatientSimulator(seed);
        Duration length = loop ? SIMULATED_LENGTH : start.plus(duration.orElse(SIMULATED_LENGTH));
        for (int number = 1; number <= simulated; number++) {
            int patient = number;
            sources.add(new SimulatedSource(() -> ward.patient(patient, length, SIMULATED_RATE)));
        }
        return sources;
    }

    private List<ReplayPatient> patients() throws IOException {
        List<ReplayPatient> patients = new ArrayList<>();
        for (ReplaySource source : sources()) {
            patients.addAll(
                    clones == 1
                            ? List.of(ReplayPatient.of(source))
                            : usage(() -> ReplayPatient.clones(source, clones, phaseShift)));
        }
        return patients;
    }

    private void prepare(Topics topics, Registry registry) throws InterruptedException {
        try (Admin admin = Admin.create(new HashMap<String, Object>(kafka.clientProperties()))) {
            if (createTopics) {
                TopicSetup.create(admin, topics);
                topics.register(registry);
                return;
            }
            List<String> missing = new ArrayList<>(
                    List.of(topics.waveform().name(), topics.reference().name()));
            missing.removeAll(admin.listTopics().names().get(CLOSING_SECONDS, TimeUnit.SECONDS));
            if (!missing.isEmpty()) {
                throw new CommandFailed("Kafka at " + kafka.bootstrapServer() + " has no topic "
                        + String.join(", ", missing) + "; pass --create-topics to create the topics of rwave");
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new CommandFailed("cannot list the topics at " + kafka.bootstrapServer() + ": " + e, e);
        }
    }

    @SuppressWarnings("try") // Ctrl-C is held open for what it does, not for what it says
    private void replay(ReplaySettings settings, List<ReplayPatient> patients, Faults faults, ChunkSink sink)
            throws IOException, InterruptedException {
        Optional<FaultySink> faulty = faults.isAny() ? Optional.of(new FaultySink(sink, faults)) : Optional.empty();
        ChunkSink way = faulty.isPresent() ? faulty.get() : sink;
        Replay replay = new Replay(settings, patients, way, ReplayClock.system());
        PrintWriter err = spec.commandLine().getErr();
        ProgressLine line = new ProgressLine(err, isTerminal());
        // Waits until the last chunk is delivered and the totals are told.
        try (CtrlC ctrlC = CtrlC.asks(replay::stop, Duration.ofSeconds(CLOSING_SECONDS))) {
            line.end(replay.run(line::show));
            faulty.ifPresent(sinkWithFaults -> err.println("faults: " + sinkWithFaults.summary()));
            err.flush();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 22 and newer: TERM decides alone
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }
}
