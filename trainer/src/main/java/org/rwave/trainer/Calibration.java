package org.rwave.trainer;

import java.io.IOException;
import java.util.List;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.report.figures.Sharpened;
import org.rwave.trainer.run.RunResult;
import org.rwave.trainer.run.RunSettings;
import org.rwave.trainer.training.Temperature;
import org.rwave.trainer.validation.CrossValidation;

/**
 * The cross-validation of one seed, and the temperature that it calls for.
 *
 * @param predictions out of fold, at that temperature
 */
record Calibration(double temperature, List<Prediction> predictions) {
    Calibration {
        predictions = List.copyOf(predictions);
    }

    /** Trains what is not trained yet. */
    static Calibration of(RunOptions.Ready ready, long seed, RunResult result) throws IOException {
        List<Prediction> raw = CrossValidation.run(ready.run(), ready.settings(), seed);
        double temperature = Temperature.fit(
                raw.stream().map(Prediction::probabilities).toList(),
                raw.stream().map(Prediction::truth).toList());
        List<Prediction> predictions = Sharpened.at(temperature, raw);
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
