package org.rwave.trainer.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.export.Provenance;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.run.RunSettings;
import org.rwave.trainer.run.TrainingRun;
import org.rwave.trainer.training.EnsembleTask;

/** Record-grouped cross-validation within DS1: each part is judged by a model that never saw its records. */
public final class CrossValidation {
    private CrossValidation() {}

    /**
     * What the model of each fold, {@code models}, says of each of the fold's beats by itself, at its reference position and at
     * temperature 1.
     */
    public static List<Prediction> alone(Map<DataSplit, byte[]> models, TrainingRun run) {
        List<Prediction> predictions = new ArrayList<>();
        models.forEach((fold, onnx) -> {
            try (BeatModel model = BeatModel.of(onnx, fold.name())) {
                predictions.addAll(ModelRun.predict(model, run.data().judged(fold)));
            }
        });
        return predictions;
    }

    /** Each fold with the model that judges it, at temperature 1, as an ONNX file; trains what is not trained yet. */
    public static Map<DataSplit, byte[]> models(TrainingRun run, RunSettings settings, long seed) throws IOException {
        List<EnsembleTask> folds = settings.crossValidation(seed);
        run.train(folds, true);
        Map<DataSplit, byte[]> models = new LinkedHashMap<>();
        for (EnsembleTask fold : folds) {
            try (Ensemble ensemble = run.ensemble(fold)) {
                models.put(
                        fold.judgedOn(),
                        NetworkExport.toOnnx(
                                ensemble,
                                1,
                                Provenance.outOfFold(settings.parameters(), fold.learnsFrom())
                                        .toMap()));
            }
        }
        return models;
    }
}
