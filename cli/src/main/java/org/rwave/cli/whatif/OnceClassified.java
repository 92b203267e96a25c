package org.rwave.cli.whatif;

import java.util.ArrayDeque;
import java.util.Deque;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;

/**
 * Two classifiers for two monitors that are given the same chunks, one after the other: what the first has classified, the
 * second is told. Classification is most of the work, and alarm settings do not enter it.
 */
final class OnceClassified {
    private final BeatClassifier classifier;
    private final Deque<ClassProbabilities> toBeTold = new ArrayDeque<>();

    OnceClassified(BeatClassifier classifier) {
        this.classifier = classifier;
    }

    /** For the monitor that is given each chunk first. */
    BeatClassifier first() {
        return of(true);
    }

    /** For the other one. */
    BeatClassifier second() {
        return of(false);
    }

    private BeatClassifier of(boolean isFirst) {
        return new BeatClassifier() {
            @Override
            public ClassProbabilities classify(BeatInput input) {
                if (!isFirst) {
                    return toBeTold.remove();
                }
                ClassProbabilities answer = classifier.classify(input);
                toBeTold.add(answer);
                return answer;
            }

            @Override
            public String modelHash() {
                return classifier.modelHash();
            }
        };
    }
}
