package org.rwave.trainer.report.figures;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;

/** Predictions at another temperature. */
public final class Sharpened {
    private Sharpened() {}

    /** {@code predictions}, made at temperature 1, as they would be at {@code temperature}. */
    public static List<Prediction> at(double temperature, List<Prediction> predictions) {
        return predictions.stream()
                .map(prediction -> new Prediction(
                        prediction.record(),
                        prediction.sampleIndex(),
                        prediction.truth(),
                        at(temperature, prediction.probabilities())))
                .toList();
    }

    /** Another classifier's answers at another temperature. */
    public record Classifier(BeatClassifier sharpened, double temperature) implements BeatClassifier {
        @Override
        public ClassProbabilities classify(BeatInput input) {
            return at(temperature, sharpened.classify(input));
        }

        @Override
        public String modelHash() {
            return sharpened.modelHash();
        }
    }

    private static ClassProbabilities at(double temperature, ClassProbabilities probabilities) {
        float[] values = new float[BeatClass.COUNT];
        double total = 0;
        for (BeatClass beatClass : BeatClass.values()) {
            total += Math.pow(probabilities.of(beatClass), 1 / temperature);
        }
        for (BeatClass beatClass : BeatClass.values()) {
            values[beatClass.ordinal()] = (float) (Math.pow(probabilities.of(beatClass), 1 / temperature) / total);
        }
        return ClassProbabilities.of(values);
    }
}
