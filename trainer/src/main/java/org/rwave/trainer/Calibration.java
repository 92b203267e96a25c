package org.rwave.trainer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.run.RunResult;
import org.rwave.trainer.run.RunSettings;
import org.rwave.trainer.training.Temperature;
import org.rwave.trainer.validation.CrossValidation;
import org.rwave.trainer.validation.ServedTest;

/**
 * The cross-validation of one seed, and the temperature that it calls for.
 *
 * @param predictions out of fold, at that temperature, as the monitor states them in service
 */
record Calibration(double temperature, List<Prediction> predictions) {
    Calibration {
        predictions = List.copyOf(predictions);
    }

    /** Trains what is not trained yet. The temperature is fitted on what the models say of each beat by itself. */
    static Calibration of(RunOptions.Ready ready, long seed, RunResult result) throws IOException {
        Map<DataSplit, byte[]> models = CrossValidation.models(ready.run(), ready.settings(), seed);
        List<Prediction> alone = CrossValidation.alone(models, ready.run());
        double temperature = Temperature.fit(
                alone.stream().map(Prediction::probabilities).toList(),
                alone.stream().map(Prediction::truth).toList());
        RecordAccess access = RecordAccess.forTraining(ready.mitdb());
        List<Prediction> predictions = new ServedTest(access, ready.settings(), List.of(CaptureVariant.REFERENCE))
                .predict(models, temperature, CaptureVariant.REFERENCE);
        result.crossValidated(seed, ConfusionMatrix.of(predictions), temperature);
        return new Calibration(temperature, predictions);
    }

    static String matrix(List<Prediction> predictions) {
        return ConfusionMatrix.of(predictions).toText();
    }

    /** A line before the figures of one of several seeds. */
    static String heading(RunSettings settings, long seed) {
        return settings.seeds() > 1 ? "seed " + seed + "\n" : "";
    }
}
