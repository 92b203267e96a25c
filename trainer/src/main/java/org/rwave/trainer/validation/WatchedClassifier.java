package org.rwave.trainer.validation;

import java.nio.FloatBuffer;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.Preprocessing;

/** Passes beats on to another classifier and keeps a copy of each until its answer is asked for. */
final class WatchedClassifier implements BeatClassifier {
    private final BeatClassifier watched;
    private final IdentityHashMap<ClassProbabilities, BeatInput> inputs = new IdentityHashMap<>();

    WatchedClassifier(BeatClassifier watched) {
        this.watched = watched;
    }

    @Override
    public ClassProbabilities classify(BeatInput input) {
        FloatBuffer waveform = FloatBuffer.allocate(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES);
        FloatBuffer features = FloatBuffer.allocate(Preprocessing.FEATURES);
        input.copyWaveformTo(waveform);
        input.copyFeaturesTo(features);
        BeatInput copy = new BeatInput();
        copy.set(waveform.flip(), features.flip());
        ClassProbabilities answer = watched.classify(input);
        inputs.put(answer, copy);
        return answer;
    }

    /** What {@code answer}, this very object, was given to; once. Empty when this classifier did not give it. */
    Optional<BeatInput> take(ClassProbabilities answer) {
        return Optional.ofNullable(inputs.remove(answer));
    }

    @Override
    public String modelHash() {
        return watched.modelHash();
    }
}
