package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.trainer.report.RecordTable;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.run.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rwave crossvalidate}: how good these hyper-parameters are, judged within DS1 alone. */
@Command(
        name = "crossvalidate",
        mixinStandardHelpOptions = true,
        description = "Record-grouped cross-validation within DS1; never opens DS2. With --seeds, all of them.")
final class CrossValidateCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        RunOptions.Ready ready = options.ready(Optional.empty(), true, out);
        RunResult result = new RunResult(ready.settings(), ready.directory());
        StringBuilder text = new StringBuilder();
        for (long seed : ready.settings().seedNumbers()) {
            List<Prediction> predictions = Calibration.of(ready, seed, result).predictions();
            text.append(Calibration.heading(ready.settings(), seed))
                    .append(Calibration.matrix(predictions))
                    .append(RecordTable.of(predictions));
        }
        text.append(result.overSeeds());
        out.print(text);
        ready.directory().write("cross-validation.txt", text.toString());
        result.write(ready.run().epochs(), ready.begun(), Instant.now());
        return 0;
    }
}
