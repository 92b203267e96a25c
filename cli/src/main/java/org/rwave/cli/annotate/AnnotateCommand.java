package org.rwave.cli.annotate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.rwave.cli.CommandFailed;
import org.rwave.cli.alarms.AlarmSettingsOption;
import org.rwave.ecg.monitor.BeatSource;
import org.rwave.ecg.recording.RecordingFinder;
import org.rwave.models.BeatModel;
import org.rwave.models.ModelException;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rwave annotate}. */
@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Annotates recordings offline with the monitor that also serves live feeds,",
            "and writes WFDB annotation files RECORD.rwv: N, S, V, F, Q at the R peaks, + where the rhythm",
            "changes, [ and ] around ventricular fibrillation and flutter."
        },
        footer = {"", "Example: rwave annotate mitdb --out out && rwave score --reference data/mitdb --test out"})
public final class AnnotateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "RECORD",
            description = "Names or paths of recordings, or a data base for all of its recordings.")
    private List<String> names;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the annotation files go.")
    private Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where recordings are (default: $RWAVE_DATA, data, ../shared/data).")
    private Path data;

    @Option(
            names = "--annotator",
            defaultValue = "rwv",
            paramLabel = "NAME",
            description = "Ending of the files written (default: ${DEFAULT-VALUE}).")
    private String annotator;

    @Option(
            names = "--beats",
            defaultValue = "detector",
            paramLabel = "SOURCE",
            description = "R peaks from the own detector or from reference annotations (default: ${DEFAULT-VALUE}).")
    private BeatSource beats;

    @Option(
            names = "--reference-annotator",
            defaultValue = "atr",
            paramLabel = "NAME",
            description = "Ending of the reference annotations for --beats reference (default: ${DEFAULT-VALUE}).")
    private String referenceAnnotator;

    @Option(names = "--model", paramLabel = "FILE", description = "ONNX model (default: the one of this release).")
    private Path model;

    @Mixin
    private AlarmSettingsOption alarmSettings;

    @Option(names = "--json", description = "The summary as JSON.")
    private boolean isJson;

    @Override
    public Integer call() throws IOException {
        WardAlarmSettings alarms = alarmSettings.read();
        List<Path> recordings = recordings();
        Files.createDirectories(out);
        try (BeatModel opened = model == null ? BeatModel.standard() : BeatModel.load(model);
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(opened)) {
            annotate(recordings, new RecordAnnotator(classifier, beats, referenceAnnotator, alarms));
        } catch (ModelException e) {
            throw new CommandFailed(e.getMessage(), e);
        }
        return 0;
    }

    private void annotate(List<Path> recordings, RecordAnnotator record) throws IOException {
        PrintWriter to = spec.commandLine().getOut();
        AnnotationSummary summary = new AnnotationSummary();
        if (!isJson) {
            to.println(AnnotationSummary.heading());
        }
        for (Path recording : recordings) {
            AnnotatedRecord annotated = record.annotate(recording);
            annotated.write(out, annotator);
            summary.add(annotated);
            if (!isJson) {
                to.println(summary.lastLine());
                to.flush();
            }
        }
        to.println(isJson ? summary.json() : summary.totalLine());
        to.flush();
    }

    private List<Path> recordings() throws IOException {
        RecordingFinder finder = RecordingFinder.ofProcess(Optional.ofNullable(data));
        List<Path> found = new ArrayList<>();
        for (String name : names) {
            found.addAll(finder.findAll(name));
        }
        Set<String> seen = new HashSet<>();
        for (Path recording : found) {
            String file = recording.getFileName().toString();
            if (!seen.add(file)) {
                throw new CommandFailed("two recordings named " + file + " would be written to the same file in " + out
                        + "; annotate them into two folders");
            }
        }
        return found;
    }
}
