package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.report.RecordTable;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.training.HyperParameters;
import org.rwave.trainer.training.Progress;
import org.rwave.trainer.validation.CrossValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rwave crossvalidate}: how good these hyper-parameters are, judged within DS1 alone. */
@Command(
        name = "crossvalidate",
        mixinStandardHelpOptions = true,
        description = "Record-grouped five-fold cross-validation within DS1; never opens DS2.")
final class CrossValidateCommand implements Callable<Integer> {
    @Mixin
    private TrainingOptions options = new TrainingOptions();

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        HyperParameters parameters = options.start(out);
        TrainingData data = options.capture(parameters, out);
        int epochs = DataSplit.DS1_FOLDS.size() * parameters.members() * parameters.epochs();
        List<Prediction> predictions =
                CrossValidation.run(parameters, data, new Progress(out, epochs, System::nanoTime));
        out.print(ConfusionMatrix.of(predictions).toText());
        out.print(RecordTable.of(predictions));
        return 0;
    }
}
