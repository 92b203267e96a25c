package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.VariantText;
import org.rwave.trainer.report.RecordTable;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.IntraPatient;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.report.page.ReportFiles;
import org.rwave.trainer.run.RunResult;
import org.rwave.trainer.validation.CrossValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rwave crossvalidate}: how good these hyper-parameters are, judged within DS1 alone. */
@Command(
        name = "crossvalidate",
        mixinStandardHelpOptions = true,
        description = "Record-grouped cross-validation within DS1; never opens DS2. With --seeds, all of them.")
final class CrossValidateCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ReportOptions reportOptions = new ReportOptions();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Also write the report of 'rwave evaluate' into this folder, each record judged by the model that"
                            + " never saw it.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--judge",
            paramLabel = "VARIANTS",
            description = "Also judge on records played otherwise, as 'variants' in the hyper-parameters lists them:"
                    + " DETECTOR,SECOND_LEAD,MISSED:0.02.")
    private Optional<String> judged = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        List<CaptureVariant> variants = judged.isPresent() ? VariantText.parseList(judged.get()) : List.of();
        List<IntraPatient> intraPatient = reportOptions.intraPatient();
        Optional<ReportFiles> files = folder.isPresent() ? Optional.of(ReportFiles.in(folder.get())) : Optional.empty();
        RunOptions.Ready ready = options.ready(Optional.empty(), true, out);
        Optional<OtherPlays> plays =
                variants.isEmpty() ? Optional.empty() : Optional.of(new OtherPlays(ready, variants));
        RunResult result = new RunResult(ready.settings(), ready.directory());
        StringBuilder text = new StringBuilder();
        List<Double> temperatures = new ArrayList<>();
        for (long seed : ready.settings().seedNumbers()) {
            Calibration calibration = Calibration.of(ready, seed, result);
            temperatures.add(calibration.temperature());
            List<Prediction> predictions = calibration.predictions();
            text.append(Calibration.heading(ready.settings(), seed))
                    .append(Calibration.matrix(predictions))
                    .append(RecordTable.of(predictions));
            if (plays.isPresent()) {
                text.append(plays.get()
                        .judge(CrossValidation.models(ready.run(), ready.settings(), seed), calibration.temperature()));
            }
        }
        text.append(result.overSeeds());
        out.print(text);
        ready.directory().write("cross-validation.txt", text.toString());
        result.write(ready.run().epochs(), ready.begun(), Instant.now());
        if (files.isPresent()) {
            try (OutOfFoldReport report = new OutOfFoldReport(ready, temperatures)) {
                Evaluation evaluation = report.evaluate(options.data.mitdb(), reportOptions, intraPatient, out);
                out.println("wrote " + files.get().write(evaluation));
            }
        }
        return 0;
    }
}
