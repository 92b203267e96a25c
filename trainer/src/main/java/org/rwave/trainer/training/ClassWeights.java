package org.rwave.trainer.training;

import java.util.Arrays;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.data.LabelledBeat;

/**
 * How much a beat of each class counts in the loss: its class's frequency to the power of -p, over all training beats,
 * divided by how often an epoch shows it. No class counts more than S does, lest the hundreds of F beats of one patient
 * and the handful of Q beats outweigh everybody else.
 */
final class ClassWeights {
    private ClassWeights() {}

    /** Weights in the order of {@link BeatClass}; their mean over the beats of an epoch is 1. */
    static double[] of(List<LabelledBeat> beats, int normalBeatsPerEpoch, double power) {
        double[] count = new double[BeatClass.COUNT];
        for (LabelledBeat beat : beats) {
            count[beat.label().ordinal()]++;
        }
        double[] shown = count.clone();
        int normal = BeatClass.N.ordinal();
        if (normalBeatsPerEpoch > 0) {
            shown[normal] = Math.min(count[normal], normalBeatsPerEpoch);
        }
        double[] weights = new double[BeatClass.COUNT];
        double rarest = Math.max(1, count[BeatClass.S.ordinal()]);
        for (int c = 0; c < weights.length; c++) {
            double frequency = Math.max(count[c], rarest);
            weights[c] = count[c] == 0 ? 0 : Math.pow(frequency, -power) * count[c] / shown[c];
        }
        double mass = 0;
        for (int c = 0; c < weights.length; c++) {
            mass += weights[c] * shown[c];
        }
        double scale = Arrays.stream(shown).sum() / mass;
        return Arrays.stream(weights).map(weight -> weight * scale).toArray();
    }
}
