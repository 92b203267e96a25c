package org.rwave.trainer.report.figures;

import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;

/** Short ways to write predictions down. */
public final class Said {
    private Said() {}

    /** Of a beat of {@code record} that is {@code truth}, V with {@code probability} and N with the rest. */
    public static Prediction ventricular(String record, BeatClass truth, double probability) {
        float v = (float) probability;
        return new Prediction(record, 0, truth, ClassProbabilities.of(1 - v, 0, v, 0, 0));
    }

    /** Of a beat of {@code record} that is {@code truth}, {@code decision} with certainty. */
    public static Prediction certainly(String record, BeatClass truth, BeatClass decision) {
        return new Prediction(record, 0, truth, ClassProbabilities.certain(decision));
    }
}
