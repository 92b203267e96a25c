package org.rwave.trainer.data;

import java.io.IOException;
import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.score.ClassMapping;

/**
 * Plays records in a {@link CaptureVariant} to a monitor with a given model, as in service, and joins its answers with the
 * truth: the same beats as are captured in that variant.
 */
public final class ServedPlay {
    private final RecordAccess access;
    private final ClassMapping mapping;
    private final BeatCapture capture;

    /**
     * Ready to play {@code variants}.
     *
     * @throws IllegalArgumentException when one needs noise that is not there
     */
    public ServedPlay(RecordAccess access, ClassMapping mapping, List<CaptureVariant> variants) throws IOException {
        this.access = access;
        this.mapping = mapping;
        this.capture = new BeatCapture(access, variants);
    }

    /** Is told each answer. */
    public interface Answers {
        /** {@code said} of the beat at {@code sampleIndex}, samples of the record, which is of class {@code truth}. */
        void answered(long sampleIndex, BeatClass truth, ClassProbabilities said);
    }

    /** Plays {@code record} as {@code variant}, one of those given to the constructor. */
    public void play(String record, CaptureVariant variant, BeatClassifier classifier, Answers into)
            throws IOException {
        capture.play(
                access.load(record, mapping),
                variant,
                classifier,
                (beat, truth) -> into.answered(beat.sampleIndex(), truth, beat.probabilities()));
    }
}
