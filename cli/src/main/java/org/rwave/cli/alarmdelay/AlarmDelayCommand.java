package org.rwave.cli.alarmdelay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.broker.EmbeddedCluster;
import org.rwave.cli.score.TimeOption;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.ecg.simulate.PatientSimulator;
import org.rwave.ecg.simulate.ScenarioCatalog;
import org.rwave.processor.KafkaConnection;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.StreamProcessor;
import org.rwave.producer.ChunkSink;
import org.rwave.producer.KafkaChunkSink;
import org.rwave.producer.Replay;
import org.rwave.producer.ReplayClock;
import org.rwave.producer.ReplayPatient;
import org.rwave.producer.ReplaySettings;
import org.rwave.producer.SimulatedSource;
import org.rwave.schemas.serde.Registry;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave alarm-delay}. */
@Command(
        name = "alarm-delay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measure how long alarms take from their onset in the signal to a reader of the alerts topic: simulated",
            "scenarios or exact test rhythms in real time through an embedded broker and a processor. Takes as long as",
            "they are: scenarios two minutes, test rhythms one."
        })
public final class AlarmDelayCommand implements Callable<Integer> {
    private static final SamplingRate RATE = new SamplingRate(360);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            description = "Only these scenarios of rwave simulate --scenario list (default: all).")
    private List<String> scenarios = new ArrayList<>();

    @Option(
            names = "--test-rhythms",
            description = {
                "Standstill, steps of the rate and ventricular tachycardias at exact instants instead of scenarios;",
                "timed from the last beat, the step, the fifth beat; beside what is asked for."
            })
    private boolean hasTestRhythms;

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "3",
            description = "Patients in each scenario or rhythm, 1 to 100 (default: ${DEFAULT-VALUE}).")
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
            description = "End after so long (default: when all scenarios have).")
    private Optional<Duration> duration = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides the patients (default: 1).")
    private long seed;

    @Override
    public Integer call() throws Exception {
        if (patients < 1 || patients > 100) {
            throw new ParameterException(spec.commandLine(), "--patients must be 1 to 100, was " + patients);
        }
        if (hasTestRhythms && !scenarios.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give --test-rhythms or --scenario, not both");
        }
        return hasTestRhythms ? testRhythms() : scenarios();
    }

    private int testRhythms() throws Exception {
        List<TestRhythmPatient> ward = TestRhythmPatient.ward(patients);
        TestRhythmDelays delays = new TestRhythmDelays(ward);
        measure(ward.stream().map(TestRhythmPatient::feed).toList(), delays);
        return tell(delays.count(), delays::table);
    }

    private int scenarios() throws Exception {
        AlarmDelays delays = new AlarmDelays();
        measure(feeds(), delays);
        return tell(delays.count(), delays::table);
    }

    private int tell(int alarms, Supplier<List<String>> table) {
        if (alarms == 0) {
            throw new CommandFailed(
                    "no alarm came: the scenarios were too short for one, or the machine is overloaded");
        }
        PrintWriter out = spec.commandLine().getOut();
        table.get().forEach(out::println);
        out.flush();
        return 0;
    }

    private void measure(List<ReplayPatient> feeds, AlertListener listener) throws Exception {
        ReplaySettings settings = new ReplaySettings(1, false, chunk, Duration.ZERO, duration);
        Topics topics = Topics.standard();
        try (EmbeddedCluster cluster = EmbeddedCluster.start(topics)) {
            measure(cluster, topics, settings, feeds, listener);
        } catch (KafkaException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
    }

    private List<ReplayPatient> feeds() {
        List<String> labels = scenarios.isEmpty()
                ? ScenarioCatalog.all().stream()
                        .map(ScenarioCatalog.Named::label)
                        .collect(Collectors.toList())
                : scenarios;
        PatientSimulator ward = new PatientSimulator(seed);
        List<ReplayPatient> feeds = new ArrayList<>();
        for (String label : labels) {
            ScenarioCatalog.Named named = ScenarioCatalog.find(label)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no scenario \"" + label
                                    + "\"; rwave simulate --scenario list shows those there are"));
            for (int number = 1; number <= patients; number++) {
                int patient = number;
                feeds.add(new ReplayPatient(
                        label + "-" + number,
                        new SimulatedSource(() -> ward.patient(patient, named.scenario(), RATE)),
                        Duration.ZERO));
            }
        }
        return feeds;
    }

    private static void measure(
            EmbeddedCluster cluster,
            Topics topics,
            ReplaySettings settings,
            List<ReplayPatient> feeds,
            AlertListener listener)
            throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", cluster.bootstrapServers());
        AtomicBoolean isOver = new AtomicBoolean();
        try (Registry registry = Registry.connect(cluster.registryUrl(), Map.of());
                StreamProcessor processor = StreamProcessor.start(
                        ProcessorSettings.defaults(),
                        new KafkaConnection(cluster.bootstrapServers(), cluster.registryUrl(), Map.of()));
                ChunkSink sink = new KafkaChunkSink(client, topics, registry)) {
            AlertReader reader = new AlertReader(client, topics, registry, isOver, listener);
            Thread thread = new Thread(reader, "alerts");
            thread.start();
            try {
                new Replay(settings, feeds, sink, ReplayClock.system()).run(progress -> {});
            } finally {
                isOver.set(true);
                thread.join();
            }
            if (processor.ended().isDone()) {
                throw new CommandFailed("the processor has ended before the measurement");
            }
        }
    }
}
