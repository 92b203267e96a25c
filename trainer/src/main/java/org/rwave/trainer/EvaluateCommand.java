package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.Ds2Log;
import org.rwave.trainer.report.RawWaveformScore;
import org.rwave.trainer.report.RecordTable;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.report.figures.Reliability;
import org.rwave.trainer.validation.Ds2Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rwave evaluate}: the one command that opens the test set, and says so in the repository's log. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Tests a model on DS2, at reference positions and from the raw waveform, and logs the result.")
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--model", paramLabel = "FILE", description = "Model to test. Default: the one of this build.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--log",
            paramLabel = "FILE",
            defaultValue = "docs/ds2-log.md",
            description = "Log to append to. Default: ${DEFAULT-VALUE}.")
    private Path log;

    @Override
    public Integer call() throws IOException {
        PrintStream out = System.out;
        Ds2Log ds2Log = new Ds2Log(log);
        try (BeatModel model = file.map(BeatModel::load).orElseGet(BeatModel::standard)) {
            ds2Log.begin(
                    Instant.now(),
                    model.hash(),
                    "rwave evaluate" + file.map(path -> " --model " + path).orElse(""));
            Ds2Test test = new Ds2Test(RecordAccess.forEvaluation(data.mitdb()), model);
            StringBuilder text = new StringBuilder();
            for (ClassMapping mapping : List.of(ClassMapping.LITERATURE, ClassMapping.EC57)) {
                text.append(report(mapping, test.atReferencePositions(mapping)));
            }
            text.append("\nOwn detection. ").append(RawWaveformScore.of(test.fromRawWaveform()));
            out.print(text);
            ds2Log.result(text.toString());
        }
        return 0;
    }

    private static String report(ClassMapping mapping, List<Prediction> predictions) {
        String heading = "Reference positions, whole records, final labels, " + mapping.title() + " mapping, "
                + predictions.size() + " beats:\n";
        String matrix = ConfusionMatrix.of(predictions).toText();
        if (mapping != ClassMapping.LITERATURE) {
            return "\n" + heading + matrix;
        }
        return heading
                + matrix
                + without("232", predictions)
                + without(DataSplit.SAME_PERSON_AS_201, predictions)
                + String.format(
                        Locale.ROOT,
                        "top-label calibration error %.4f%n",
                        Reliability.expectedCalibrationError(predictions))
                + RecordTable.of(predictions);
    }

    private static String without(String record, List<Prediction> predictions) {
        List<Prediction> rest = predictions.stream()
                .filter(prediction -> !prediction.record().equals(record))
                .toList();
        return "without " + record + ": " + ConfusionMatrix.of(rest).summary() + "\n";
    }
}
