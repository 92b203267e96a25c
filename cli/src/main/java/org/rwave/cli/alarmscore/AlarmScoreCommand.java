package org.rwave.cli.alarmscore;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.recording.RecordingFinder;
import org.rwave.ecg.score.alarm.RecordAlarms;
import org.rwave.models.BeatModel;
import org.rwave.models.ModelException;
import org.rwave.models.OnnxBeatClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rwave score-alarms}. */
@Command(
        name = "score-alarms",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the monitor over recordings and holds its high-priority alarms against their annotations:",
            "sensitivity by episode and by time, delay from the annotated onset, false alarms per patient-hour;",
            "and names each missed episode and each false alarm."
        },
        footer = {
            "",
            "The matching rule is printed with the figures and explained in docs/alarms.md.",
            "",
            "Example: rwave score-alarms vfdb"
        })
public final class AlarmScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "RECORD",
            description = "Names or paths of recordings, or a data base for all of its recordings.")
    private List<String> names;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where recordings are (default: $RWAVE_DATA, data, ../shared/data).")
    private Path data;

    @Option(
            names = "--reference-annotator",
            defaultValue = "atr",
            paramLabel = "NAME",
            description = "Ending of the annotation files (default: ${DEFAULT-VALUE}).")
    private String annotator;

    @Option(names = "--except", split = ",", paramLabel = "NAME", description = "Not these records.")
    private List<String> except = List.of();

    @Option(names = "--model", paramLabel = "FILE", description = "ONNX model (default: the one of this release).")
    private Path model;

    @Option(names = "--json", description = "All figures as JSON.")
    private boolean isJson;

    @Override
    public Integer call() throws IOException {
        Set<Path> recordings = recordings();
        List<RecordAlarms> records = new ArrayList<>();
        try (BeatModel opened = model == null ? BeatModel.standard() : BeatModel.load(model);
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(opened)) {
            AlarmRun run = new AlarmRun(classifier, annotator);
            for (Path recording : recordings) {
                records.add(run.score(recording));
            }
        } catch (ModelException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (isJson) {
            out.println(AlarmScoreJson.of(records));
        } else {
            AlarmScoreText.lines(records).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private Set<Path> recordings() throws IOException {
        RecordingFinder finder = RecordingFinder.ofProcess(Optional.ofNullable(data));
        Set<Path> found = new LinkedHashSet<>();
        for (String name : names) {
            found.addAll(finder.findAll(name));
        }
        found.removeIf(path -> except.contains(path.getFileName().toString()));
        if (found.isEmpty()) {
            throw new CommandFailed("no record is left to score: --except names all of " + String.join(" ", names));
        }
        return found;
    }
}
