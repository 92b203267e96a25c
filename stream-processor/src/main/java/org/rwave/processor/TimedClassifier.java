package org.rwave.processor;

import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;

/** A classifier whose calls are timed. */
record TimedClassifier(BeatClassifier classifier, ProcessorMetrics metrics) implements BeatClassifier {
    @Override
    public ClassProbabilities classify(BeatInput input) {
        long start = System.nanoTime();
        ClassProbabilities probabilities = classifier.classify(input);
        metrics.inferred(System.nanoTime() - start);
        return probabilities;
    }

    @Override
    public String modelHash() {
        return classifier.modelHash();
    }
}
