package org.rwave.trainer.report.figures;

import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;

/** What a model said about one beat, and what it was. */
public record Prediction(String record, long sampleIndex, BeatClass truth, ClassProbabilities probabilities) {
    /** The class that the model decided on. */
    public BeatClass decision() {
        return probabilities.mostProbable();
    }

    /** The probability of the decision. */
    public double confidence() {
        return probabilities.of(decision());
    }

    public boolean isRight() {
        return decision() == truth;
    }
}
