package org.rwave.trainer.validation;

import java.util.ArrayList;
import java.util.List;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.export.NetworkExport;
import org.rwave.trainer.export.Provenance;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.training.EnsembleTraining;
import org.rwave.trainer.training.HyperParameters;
import org.rwave.trainer.training.Progress;

/** Record-grouped cross-validation within DS1: each part is judged by a model that never saw its records. */
public final class CrossValidation {
    private CrossValidation() {}

    /** A prediction for every beat of DS1 at its reference position, made out of fold, at temperature 1. */
    public static List<Prediction> run(HyperParameters parameters, TrainingData data, Progress progress) {
        List<Prediction> predictions = new ArrayList<>();
        for (DataSplit fold : DataSplit.DS1_FOLDS) {
            progress.startTask(fold.name());
            DataSplit rest = DataSplit.DS1.without(fold);
            try (Ensemble ensemble = EnsembleTraining.run(parameters, data.of(rest), progress);
                    BeatModel model = BeatModel.of(
                            NetworkExport.toOnnx(
                                    ensemble,
                                    1,
                                    Provenance.outOfFold(parameters, rest).toMap()),
                            fold.name())) {
                predictions.addAll(ModelRun.predict(model, data.judged(fold)));
            }
        }
        return predictions;
    }
}
