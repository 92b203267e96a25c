package org.rwave.cli.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.ecg.score.ScoringSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave score}. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Scores annotations against reference annotations by ANSI/AAMI EC57:",
            "the numbers of WFDB's bxb, rxr, epicmp and sumstats, per record, gross and average."
        },
        footer = {
            "",
            "Records that only one folder has are named and left out, unless --records asks for them.",
            "Without a choice of report, all that have something to say are printed below a heading;",
            "with one, standard output holds exactly what the reference program prints.",
            "Episodes of ischaemic ST are not compared.",
            "",
            "Example: rwave score --reference data/mitdb --test out --mapping literature"
        })
public final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--reference", required = true, paramLabel = "DIR", description = "Reference annotations, headers.")
    private Path reference;

    @Option(names = "--test", required = true, paramLabel = "DIR", description = "Annotations to score.")
    private Path test;

    @Option(names = "--reference-annotator", defaultValue = "atr", paramLabel = "NAME", description = DEFAULT)
    private String referenceAnnotator;

    @Option(names = "--test-annotator", defaultValue = "rwv", paramLabel = "NAME", description = DEFAULT)
    private String testAnnotator;

    @Option(
            names = "--from",
            defaultValue = "5:00",
            converter = TimeOption.class,
            paramLabel = "TIME",
            description = "Start of the test period, ${DEFAULT-VALUE} by EC57.")
    private Duration from;

    @Option(
            names = "--to",
            converter = TimeOption.class,
            paramLabel = "TIME",
            description = "End of the test period, the end of the record by EC57.")
    private Duration to;

    @Option(
            names = "--window",
            defaultValue = "150ms",
            converter = TimeOption.class,
            paramLabel = "TIME",
            description = "Match window, ${DEFAULT-VALUE} by EC57.")
    private Duration window;

    @Option(
            names = "--mapping",
            defaultValue = "ec57",
            paramLabel = "NAME",
            description = "Escape beats e and j are S (ec57) or N (literature); default ${DEFAULT-VALUE}.")
    private ClassMapping mapping;

    @Option(names = "--records", split = ",", paramLabel = "NAME", description = "Only these records.")
    private List<String> records = List.of();

    @Option(
            names = "--except",
            split = ",",
            paramLabel = "NAME",
            description = "Not these records, for instance the paced ones: 102,104,107,217.")
    private List<String> except = List.of();

    @Option(names = "--json", description = "All figures as JSON.")
    private boolean isJson;

    @Option(names = "--bxb", description = "Only the beat-by-beat table (bxb -L).")
    private boolean isBxb;

    @Option(names = "--bxb-standard", description = "Only the matrix of each record (bxb -S).")
    private boolean isBxbStandard;

    @Option(names = "--shutdown", description = "Only the shutdown table (bxb -L, second file).")
    private boolean isShutdown;

    @Option(names = "--rxr-v", description = "Only the runs of ventricular beats (rxr -L).")
    private boolean isRxrV;

    @Option(names = "--rxr-s", description = "Only the runs of supraventricular beats (rxr -L, second file).")
    private boolean isRxrS;

    @Option(names = "--epicmp-vf", description = "Only the episodes of ventricular fibrillation (epicmp -L -V).")
    private boolean isEpicmpVf;

    @Option(names = "--epicmp-af", description = "Only the episodes of atrial fibrillation (epicmp -L -A).")
    private boolean isEpicmpAf;

    private static final String DEFAULT = "Ending of its files (default: ${DEFAULT-VALUE}).";

    @Override
    public Integer call() throws IOException {
        List<ScoreReport> chosen = chosenReports();
        ScoringSettings settings = settings();
        AnnotationFolders folders = new AnnotationFolders(reference, referenceAnnotator, test, testAnnotator);
        RecordChoice choice = RecordChoice.of(folders, records, except);
        Scores scores = new Scores(settings);
        for (String record : choice.scored()) {
            scores.add(folders.read(record));
        }
        PrintWriter err = spec.commandLine().getErr();
        choice.notes(folders).forEach(note -> err.println("rwave score: " + note));
        List<String> heading = ScoreHeading.lines(scores, folders);
        PrintWriter out = spec.commandLine().getOut();
        if (isJson) {
            out.println(ScoreJson.of(scores, folders, choice));
        } else if (chosen.isEmpty()) {
            heading.forEach(out::println);
            out.println();
            print(ScoreReport.worthShowing(scores), scores, out);
        } else {
            heading.forEach(err::println);
            print(chosen, scores, out);
        }
        out.flush();
        err.flush();
        return 0;
    }

    private ScoringSettings settings() {
        try {
            return new ScoringSettings(from, Optional.ofNullable(to), window, mapping);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void print(List<ScoreReport> reports, Scores scores, PrintWriter out) {
        boolean isFirst = true;
        for (ScoreReport report : reports) {
            if (!isFirst) {
                out.println();
            }
            isFirst = false;
            report.lines(scores, referenceAnnotator, testAnnotator).forEach(out::println);
        }
    }

    private List<ScoreReport> chosenReports() {
        Map<ScoreReport, Boolean> isChosen = new EnumMap<>(ScoreReport.class);
        isChosen.put(ScoreReport.BXB, isBxb);
        isChosen.put(ScoreReport.SHUTDOWN, isShutdown);
        isChosen.put(ScoreReport.BXB_STANDARD, isBxbStandard);
        isChosen.put(ScoreReport.RXR_V, isRxrV);
        isChosen.put(ScoreReport.RXR_S, isRxrS);
        isChosen.put(ScoreReport.EPICMP_VF, isEpicmpVf);
        isChosen.put(ScoreReport.EPICMP_AF, isEpicmpAf);
        List<ScoreReport> chosen =
                isChosen.keySet().stream().filter(isChosen::get).toList();
        if (isJson && !chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--json gives all figures; leave out the choice of report");
        }
        return chosen;
    }
}
