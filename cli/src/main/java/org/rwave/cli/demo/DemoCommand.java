package org.rwave.cli.demo;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.CtrlC;
import org.rwave.models.BeatModel;
import org.rwave.processor.ProcessorSettings;
import org.rwave.producer.ReplaySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave demo}: broker, registry, processor and replay in one process, and the ward on the terminal. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Run the whole system in one process: embedded Kafka broker and schema registry, stream processor,",
            "replay of MIT-BIH records (or simulated patients where there are none), and the ward on the terminal."
        })
public final class DemoCommand implements Runnable {
    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where mitdb/ is; else $RWAVE_DATA, data/, ../shared/data.")
    private Path data;

    @Option(names = "--simulate", description = "Simulated patients even where there are recordings.")
    private boolean simulate;

    @Option(
            names = "--patients",
            paramLabel = "N",
            defaultValue = "6",
            description = "Patients on the ward; at most 8 recorded ones (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Times real time (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            description =
                    "End after this many seconds of signal; without it, and at speed 1, recordings start again at their end.")
    private Integer durationSeconds;

    @Option(
            names = "--beats",
            paramLabel = "SOURCE",
            defaultValue = "detector",
            description = "R peaks from the detector or from the reference annotations: detector, reference"
                    + " (default: ${DEFAULT-VALUE}).")
    private String beats;

    @Option(names = "--model", paramLabel = "FILE", description = "Model to use instead of the one that comes along.")
    private Path model;

    @Option(
            names = "--alarm-settings",
            paramLabel = "FILE",
            description = "YAML file with thresholds and priorities by patient class and patient.")
    private Path alarmSettings;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep Kafka's data in this directory; without it nothing is left behind.")
    private Path state;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the broker; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the schema registry; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int registryPort;

    @Override
    public void run() {
        requireUsableModel();
        processorSettings().readAlarmSettings();
        DemoWard ward = DemoWard.choose(Optional.ofNullable(data), simulate, checkedPatients());
        ReplaySettings replay = replaySettings();
        try (CtrlC ctrlC = CtrlC.asks(() -> {}, CLOSING);
                DemoSystem system =
                        DemoSystem.start(port, registryPort, Optional.ofNullable(state), processorSettings())) {
            watch(system, ward, replay, ctrlC);
        }
    }

    /** Before a broker is started for nothing. */
    private void requireUsableModel() {
        if (model != null) {
            BeatModel.load(model).close();
        }
    }

    private int checkedPatients() {
        if (patients < 1 || patients > 1000) {
            throw new ParameterException(spec.commandLine(), "--patients must be 1 to 1000, was " + patients);
        }
        return patients;
    }

    private ReplaySettings replaySettings() {
        try {
            ReplaySettings settings = ReplaySettings.defaults().withSpeed(speed);
            if (durationSeconds != null) {
                return settings.lasting(Duration.ofSeconds(durationSeconds));
            }
            return speed == 1 ? settings.looped() : settings;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private ProcessorSettings processorSettings() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("beats", beats);
        values.put("warm-up", "10m"); // a handful of patients needs no more, and somebody is waiting
        if (model != null) {
            values.put("model", model.toString());
        }
        if (alarmSettings != null) {
            values.put("alarm-settings", alarmSettings.toString());
        }
        return ProcessorSettings.of(values);
    }

    private void watch(DemoSystem system, DemoWard ward, ReplaySettings replay, CtrlC ctrlC) {
        PrintWriter out = spec.commandLine().getOut();
        WardScreen screen = new WardScreen();
        List<String> heading = List.of(
                "rwave demo: " + ward.described(),
                "Kafka " + system.bootstrapServers() + ", schema registry " + system.registryUrl()
                        + (state == null ? ", nothing is kept" : ", data kept in " + state.toAbsolutePath()),
                "Research and education software; not a medical device. Ctrl-C ends.");
        DemoOutput output = new DemoOutput(
                out,
                Boolean.getBoolean("rwave.terminal"),
                screen,
                heading,
                ManagementFactory.getRuntimeMXBean().getStartTime());
        try (WardFeed feed = system.feed(screen, output)) {
            system.replay(replay, ward);
            long drainUntil = Long.MAX_VALUE;
            while (!ctrlC.wasPressed() && System.nanoTime() < drainUntil) {
                feed.poll();
                output.refresh();
                failIfEnded(system);
                if (drainUntil == Long.MAX_VALUE && system.replayEnded().isDone()) {
                    drainUntil = System.nanoTime() + DRAIN.toNanos();
                }
            }
            output.draw();
            out.println(screen.totalBeats() + " beats classified");
            out.flush();
        }
    }

    private static void failIfEnded(DemoSystem system) {
        try {
            system.replayEnded().getNow(null);
        } catch (CompletionException e) {
            throw new CommandFailed("the replay has failed: " + e.getCause().getMessage(), e.getCause());
        }
        if (system.processorEnded().isDone()) {
            throw new CommandFailed("the stream processor has ended; see the log");
        }
    }
}
