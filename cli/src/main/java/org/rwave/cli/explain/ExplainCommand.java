package org.rwave.cli.explain;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.KafkaOptions;
import org.rwave.cli.alarms.AlarmSettingsOption;
import org.rwave.cli.score.TimeOption;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.recording.RecordingFinder;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.schemas.feed.AlertId;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rwave explain}: why an alarm was raised, and whether it would be again. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Show why an alarm was raised: strip, beats, the rule's conditions, versions, input offsets;",
            "and recompute it from the log. Exit code 0 when it is identical, 1 when not."
        },
        footer = {
            "",
            "Examples: rwave explain p-100/mitdb%%2F100/VENTRICULAR_COUPLET/1296 --svg alarm.svg",
            "          rwave explain 106 --list; rwave explain 106 --alarm 2"
        })
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Parameters(
            paramLabel = "ALERT",
            description = "Alert id PATIENT/SOURCE/KIND/SAMPLE, as rwave alerts prints it in brackets;"
                    + " or, with --list, --alarm or --at, a recording: no cluster is needed then.")
    private String subject;

    @Option(names = "--svg", paramLabel = "FILE", description = "Also draw the strip: 25 mm/s, 10 mm/mV, on ECG paper.")
    private Optional<Path> svg = Optional.empty();

    @Option(names = "--json", description = "The account as JSON.")
    private boolean json;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Length of the strip, 4 to 60; it ends 2 s after the decision (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--back",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Recompute from so long before the onset; quicker, but the monitor begins anew there"
                    + " (default: from the feed's start, or as far back as the topic reaches).")
    private Optional<Duration> back = Optional.empty();

    @Option(names = "--model", paramLabel = "FILE", description = "ONNX model (default: the one of this release).")
    private Optional<Path> model = Optional.empty();

    @Mixin
    private AlarmSettingsOption alarmSettings;

    @Option(names = "--topic-prefix", paramLabel = "TEXT", defaultValue = "", description = "Before every topic name.")
    private String topicPrefix;

    @Option(names = "--list", description = "Of a recording: list its alarms with their numbers.")
    private boolean list;

    @Option(names = "--alarm", paramLabel = "N", description = "Of a recording: its alarm number N.")
    private Optional<Integer> number = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Of a recording: the alarm decided nearest to this time.")
    private Optional<Duration> at = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to look for recordings (default: $RWAVE_DATA, data, ../shared/data).")
    private Optional<Path> data = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (!(seconds >= 4 && seconds <= 60)) {
            throw new ParameterException(spec.commandLine(), "--seconds must be 4 to 60, was " + seconds);
        }
        boolean isRecording = list || number.isPresent() || at.isPresent();
        Optional<AlertId> id = isRecording ? Optional.empty() : Optional.of(alertId());
        try (BeatModel opened = model.map(BeatModel::load).orElseGet(BeatModel::standard);
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(opened)) {
            return id.isPresent() ? fromCluster(id.get(), classifier) : fromRecording(classifier);
        }
    }

    private AlertId alertId() {
        try {
            return AlertId.parse(subject);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(e.getMessage() + "; of a recording, pass --list, --alarm N or --at TIME", e);
        }
    }

    /** Those of the patient, as the processor reads them. */
    private MonitorSettings settings(String patientId) {
        return MonitorSettings.defaults()
                .withAlarms(alarmSettings.read().of(patientId).settings());
    }

    private int fromCluster(AlertId id, BeatClassifier classifier) throws IOException {
        kafka.requireBroker();
        kafka.requireRegistry();
        try (ClusterLog log = new ClusterLog(kafka, Topics.withPrefix(topicPrefix))) {
            return show(
                    new ClusterExplainer(log, settings(id.feed().patientId()), classifier, back, seconds).explain(id));
        }
    }

    private int fromRecording(BeatClassifier classifier) throws IOException {
        Path path = RecordingFinder.ofProcess(data).find(subject);
        RecordingExplainer explainer =
                new RecordingExplainer(path, settings(path.getFileName().toString()), classifier);
        List<AlarmEvent> alarms = explainer.alarms();
        if (list) {
            list(alarms);
            return 0;
        }
        if (alarms.isEmpty()) {
            throw new CommandFailed("recording " + subject + " raises no alarm");
        }
        AlarmEvent event =
                number.map(n -> RecordingExplainer.numbered(alarms, n)).orElseGet(() -> nearest(alarms));
        return show(explainer.explain(event, seconds));
    }

    /** A recording's instants count from its first sample. */
    private AlarmEvent nearest(List<AlarmEvent> alarms) {
        long wanted = at.orElseThrow().toNanos() / 1000;
        return alarms.stream()
                .min(Comparator.comparingLong(alarm -> Math.abs(alarm.atEpochMicros() - wanted)))
                .orElseThrow();
    }

    private void list(List<AlarmEvent> alarms) {
        PrintWriter out = spec.commandLine().getOut();
        int row = 1;
        for (AlarmEvent alarm : alarms) {
            out.printf(
                    Locale.ROOT,
                    "%3d  %9.2f s  %-6s %s%n",
                    row++,
                    alarm.atEpochMicros() / 1e6,
                    alarm.priority(),
                    alarm.message());
        }
        out.flush();
    }

    private int show(Explanation explanation) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ExplanationJson.of(explanation));
        } else {
            new ExplanationText(explanation, out).print();
        }
        if (svg.isPresent()) {
            Files.writeString(svg.get(), new SvgStrip(explanation).text(), StandardCharsets.UTF_8);
            if (!json) {
                out.println("Strip drawn to " + svg.get());
            }
        }
        out.flush();
        return explanation.verdict().isIdentical() ? 0 : 1;
    }
}
