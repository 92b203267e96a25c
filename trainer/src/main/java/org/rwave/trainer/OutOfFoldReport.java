package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.IntraPatient;
import org.rwave.trainer.report.evaluation.Origin;
import org.rwave.trainer.run.RunSettings;
import org.rwave.trainer.validation.CrossValidation;
import org.rwave.trainer.validation.TestedModel;

/** The report of a cross-validation: the records are played once more, to the models as they would be served. */
final class OutOfFoldReport implements AutoCloseable {
    private static final String PROTOCOL =
            "Out of fold within DS1: each record is judged by a model that was trained on"
                    + " other people. One temperature a seed, fitted on the same predictions, so that calibration is a little too"
                    + " good. DS2 was not opened.";

    private final RunSettings settings;
    private final List<BeatModel> models = new ArrayList<>();
    private final List<TestedModel> seeds = new ArrayList<>();

    /** @param temperatures of each seed of the run, which has been trained */
    OutOfFoldReport(RunOptions.Ready ready, List<Double> temperatures) throws IOException {
        settings = ready.settings();
        for (int seed = 0; seed < temperatures.size(); seed++) {
            Map<DataSplit, BeatModel> folds = new LinkedHashMap<>();
            long number = settings.seedNumbers().get(seed);
            CrossValidation.models(ready.run(), settings, number)
                    .forEach((fold, onnx) -> folds.put(fold, open(onnx, fold.name() + ", seed " + number)));
            seeds.add(TestedModel.outOfFold(folds, temperatures.get(seed)));
        }
    }

    private BeatModel open(byte[] onnx, String name) {
        BeatModel model = BeatModel.of(onnx, name);
        models.add(model);
        return model;
    }

    /** The records of all folds, judged. */
    Evaluation evaluate(Path mitdb, ReportOptions options, List<IntraPatient> intraPatient, PrintStream out)
            throws IOException {
        List<String> judged = DataSplit.DS1.records().stream()
                .filter(record -> settings.folds().stream()
                        .anyMatch(fold -> fold.records().contains(record)))
                .toList();
        DataSplit split = new DataSplit(DataSplit.DS1.name(), judged);
        Origin origin = EvaluationRun.origin(
                "Beat classifier out of fold on DS1", PROTOCOL, split, seeds, options, settings.revision());
        return new EvaluationRun(RecordAccess.forTraining(mitdb), split, out)
                .run(seeds, origin, intraPatient)
                .evaluation();
    }

    @Override
    public void close() {
        seeds.forEach(TestedModel::close);
        models.forEach(BeatModel::close);
    }
}
