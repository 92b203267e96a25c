package org.rwave.trainer.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.rwave.models.BeatModel;
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

    /** A prediction for every beat of the folds at its reference position, made out of fold, at temperature 1. */
    public static List<Prediction> run(TrainingRun run, RunSettings settings, long seed) throws IOException {
        List<EnsembleTask> folds = settings.crossValidation(seed);
        run.train(folds, true);
        List<Prediction> predictions = new ArrayList<>();
        for (EnsembleTask fold : folds) {
            try (Ensemble ensemble = run.ensemble(fold);
                    BeatModel model = BeatModel.of(
                            NetworkExport.toOnnx(
                                    ensemble,
                                    1,
                                    Provenance.outOfFold(settings.parameters(), fold.learnsFrom())
                                            .toMap()),
                            fold.name())) {
                predictions.addAll(ModelRun.predict(model, run.data().judged(fold.judgedOn())));
            }
        }
        return predictions;
    }
}
