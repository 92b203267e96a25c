package org.rwave.trainer.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.data.ServedPlay;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.run.RunSettings;

/**
 * Cross-validation as in service: the records of each fold are played to a monitor with the model that never saw them. What
 * the monitor makes of the model's answers, its memory of forms, is part of the figures.
 */
public final class ServedTest {
    private final ServedPlay play;

    /** Over DS1 in {@code access}, played in {@code variants}. */
    public ServedTest(RecordAccess access, RunSettings settings, List<CaptureVariant> variants) throws IOException {
        this.play = new ServedPlay(access, settings.parameters().labels(), variants);
    }

    /** The answers of {@code folds}' models, made at temperature 1, at {@code temperature}, to records played as {@code variant}. */
    public List<Prediction> predict(Map<DataSplit, byte[]> folds, double temperature, CaptureVariant variant)
            throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        for (Map.Entry<DataSplit, byte[]> fold : folds.entrySet()) {
            try (BeatModel model = BeatModel.of(fold.getValue(), fold.getKey().name());
                    TestedModel tested = TestedModel.outOfFold(Map.of(fold.getKey(), model), temperature)) {
                for (String record : fold.getKey().records()) {
                    play.play(
                            record,
                            variant,
                            tested.of(record),
                            (sample, truth, said) -> predictions.add(new Prediction(record, sample, truth, said)));
                }
            }
        }
        return predictions;
    }
}
