package org.rwave.processor;

import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.Preprocessing;

/**
 * Stands in for the network: V for beats that differ much from the patient's template, N otherwise. The probabilities
 * carry a print of the whole input, so that two inputs that differ in anything give different beats.
 */
final class PrintClassifier implements BeatClassifier {
    private final String modelHash;

    PrintClassifier(String modelHash) {
        this.modelHash = modelHash;
    }

    @Override
    public ClassProbabilities classify(BeatInput input) {
        double print = 0;
        double unlike = 0;
        for (int i = 0; i < Preprocessing.WINDOW_SAMPLES; i++) {
            print += (i + 1) * (double) input.waveform(0, i) + 3.0 * i * input.waveform(1, i);
            unlike += Math.abs(input.waveform(2, i));
        }
        for (int i = 0; i < Preprocessing.FEATURES; i++) {
            print += (i + 7) * (double) input.feature(i);
        }
        float rest = (float) (0.2 * Math.abs(Math.sin(print)));
        return unlike > 60
                ? ClassProbabilities.of(rest, 0, 1 - rest, 0, 0)
                : ClassProbabilities.of(1 - rest, 0, rest, 0, 0);
    }

    @Override
    public String modelHash() {
        return modelHash;
    }
}
