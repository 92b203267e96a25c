package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rwave.models.ModelException;
import org.rwave.models.RowModel;
import org.rwave.trainer.checkpoint.WholeFile;
import org.rwave.trainer.heartbeat.RowScore;
import org.rwave.trainer.kaggle.HeartbeatCsv;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.kaggle.RowLabels;
import org.rwave.trainer.report.evaluation.EvaluationJson;
import org.rwave.trainer.report.evaluation.IntraPatient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rwave heartbeat evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Runs a model of 'rwave heartbeat' over heartbeat files and prints its score. Intra-patient.")
final class HeartbeatEvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The ONNX file.")
    private Path file;

    @Option(
            names = "--intra-out",
            paramLabel = "FILE",
            description =
                    "Also write the result in the form that 'rwave evaluate --intra' sets beside the inter-patient"
                            + " one. For the labels of MIT-BIH alone.")
    private Optional<Path> intraOut = Optional.empty();

    @Parameters(paramLabel = "CSV", arity = "1..*", description = "Heartbeat files with the model's labels.")
    private List<Path> csv;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (RowModel model = RowModel.load(file)) {
            RowLabels labels = Arrays.stream(RowLabels.values())
                    .filter(known -> known.names().equals(model.labels()))
                    .findFirst()
                    .orElseThrow(
                            () -> new ModelException("model " + file + " has the unknown labels " + model.labels()));
            if (intraOut.isPresent() && labels != RowLabels.MIT_BIH) {
                throw new IllegalArgumentException("--intra-out " + intraOut.get() + ": model " + file + " says "
                        + model.labels() + "; beats are compared in " + RowLabels.MIT_BIH.names());
            }
            List<HeartbeatRow> rows = new ArrayList<>();
            for (Path path : csv) {
                rows.addAll(HeartbeatCsv.read(path, labels));
            }
            RowScore score = RowScore.of(model, rows);
            out.print(score.toText());
            if (intraOut.isPresent()) {
                IntraPatient result =
                        new IntraPatient("Heartbeat rows, " + file.getFileName(), split(), score.matrix());
                WholeFile.write(intraOut.get(), EvaluationJson.write(result).getBytes(StandardCharsets.UTF_8));
                out.println("wrote " + intraOut.get());
            }
            out.flush();
        }
        return 0;
    }

    private String split() {
        return "random beats of all 48 records, "
                + csv.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(", "));
    }
}
