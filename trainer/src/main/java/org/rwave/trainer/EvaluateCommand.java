package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.Ds2Log;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.IntraPatient;
import org.rwave.trainer.report.page.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rwave evaluate}: the one command that opens the test set, and says so in the repository's log. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Tests models on DS2, at reference positions and from the raw waveform, writes a report (one HTML"
                + " page, one JSON) and logs the result.")
final class EvaluateCommand implements Callable<Integer> {
    private static final String PROTOCOL =
            "Trained on other people: DS1 for training and every choice, DS2 for this test"
                    + " alone (de Chazal, O'Dwyer and Reilly 2004); records 201 and 202 are one person.";

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "Model to test; repeated: seeds of one recipe, reported as mean and deviation. Default: the one"
                            + " of this build.")
    private List<Path> files = List.of();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            defaultValue = "docs/ds2-log.md",
            description = "Log to append to. Default: ${DEFAULT-VALUE}.")
    private Path log;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "evaluation",
            description = "Folder of the report, made if need be. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(
            names = "--revision",
            paramLabel = "NAME",
            defaultValue = "${sys:rwave.revision:-unknown}",
            description = "Source revision to name in the report. Default: that of this checkout, where it is one.")
    private String revision;

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        Ds2Log ds2Log = new Ds2Log(log);
        List<BeatModel> models = new ArrayList<>();
        try {
            load(models);
            List<IntraPatient> intraPatient = options.intraPatient();
            ReportFiles report = ReportFiles.in(folder);
            Path recordings = data.mitdb();
            Evaluation evaluation = new LoggedEvaluation(ds2Log, DataSplit.DS2, out)
                    .run(
                            models,
                            Instant.now(),
                            options.commandLine(),
                            () -> RecordAccess.forEvaluation(recordings),
                            tested -> EvaluationRun.origin(
                                    "Beat classifier on DS2", PROTOCOL, DataSplit.DS2, tested, options, revision),
                            intraPatient);
            out.println("wrote " + report.write(evaluation));
        } finally {
            models.forEach(BeatModel::close);
        }
        return 0;
    }

    private void load(List<BeatModel> models) {
        if (files.isEmpty()) {
            models.add(BeatModel.standard());
        }
        files.forEach(file -> models.add(BeatModel.load(file)));
    }
}
