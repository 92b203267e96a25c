package org.rwave.trainer.validation;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.report.figures.Prediction;

/** Asks a model, as it will be served, about captured beats. */
public final class ModelRun {
    private ModelRun() {}

    /** One prediction per beat, in order. */
    public static List<Prediction> predict(BeatModel model, List<LabelledBeat> beats) {
        List<Prediction> predictions = new ArrayList<>(beats.size());
        BeatInput input = new BeatInput();
        try (OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            for (LabelledBeat beat : beats) {
                beat.copyTo(input);
                predictions.add(
                        new Prediction(beat.record(), beat.sampleIndex(), beat.label(), classifier.classify(input)));
            }
        }
        return predictions;
    }
}
