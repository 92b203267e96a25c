package org.rwave.ecg.beat;

/** Turns one cut beat into class probabilities. Implementations are called by one thread at a time. */
public interface BeatClassifier {
    /**
     * Classifies {@code input}. The same input always gives the same answer.
     *
     * @return the probabilities of the five classes
     */
    ClassProbabilities classify(BeatInput input);

    /** Identifies the model on every beat: SHA-256 of its file in lower-case hex, or a name when there is no file. */
    String modelHash();
}
