package org.rwave.trainer.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;

/**
 * Keeps a copy of what the monitor shows it and passes it on. A beat is recognised by its position and by whether its
 * answer is the first or the final one.
 */
public final class CapturingClassifier implements BeatClassifier {
    private final BeatClassifier classifier;
    private final Map<Answer, BeatInput> inputs = new HashMap<>();

    private record Answer(long sampleIndex, int revision) {}

    /** Passes on to {@code classifier}. */
    public CapturingClassifier(BeatClassifier classifier) {
        this.classifier = classifier;
    }

    /** Calls every beat N. */
    CapturingClassifier() {
        this(new AlwaysNormal());
    }

    private record AlwaysNormal() implements BeatClassifier {
        private static final ClassProbabilities NORMAL = ClassProbabilities.of(1, 0, 0, 0, 0);

        @Override
        public ClassProbabilities classify(BeatInput input) {
            return NORMAL;
        }

        @Override
        public String modelHash() {
            return "capture";
        }
    }

    @Override
    public ClassProbabilities classify(BeatInput input) {
        inputs.put(new Answer(input.sampleIndex(), input.revision()), input.copy());
        return classifier.classify(input);
    }

    /** What {@code beat} looked like, once; empty when it was decided without the classifier. */
    public Optional<BeatInput> take(ClassifiedBeat beat) {
        return Optional.ofNullable(inputs.remove(new Answer(beat.sampleIndex(), beat.revision())));
    }

    @Override
    public String modelHash() {
        return classifier.modelHash();
    }
}
