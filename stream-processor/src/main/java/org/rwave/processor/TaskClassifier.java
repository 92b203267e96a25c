package org.rwave.processor;

import org.rwave.ecg.beat.BeatClassifier;

/**
 * The classifier of one task.
 *
 * @param release gives back what the classifier holds outside the heap; called when the task is closed
 */
public record TaskClassifier(BeatClassifier classifier, Runnable release) {
    /** A classifier that holds nothing to give back. */
    public static TaskClassifier of(BeatClassifier classifier) {
        return new TaskClassifier(classifier, () -> {});
    }
}
