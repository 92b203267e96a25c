package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.rwave.models.ModelException;
import org.rwave.models.RowModel;
import org.rwave.trainer.heartbeat.RowScore;
import org.rwave.trainer.kaggle.HeartbeatCsv;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.kaggle.RowLabels;
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
            List<HeartbeatRow> rows = new ArrayList<>();
            for (Path path : csv) {
                rows.addAll(HeartbeatCsv.read(path, labels));
            }
            out.print(RowScore.of(model, rows).toText());
            out.flush();
        }
        return 0;
    }
}
