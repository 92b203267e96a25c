package org.rwave.trainer.validation;

import java.util.List;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.report.figures.Prediction;

/**
 * A beat at a reference position: what it was, what the monitor said at once, and what it said in the end.
 *
 * @param record the record's name
 * @param sampleIndex R peak, samples of the record
 * @param literature true class with e and j among N
 * @param ec57 true class with e and j among S
 * @param atOnce the provisional answer, without look-ahead; empty when the next beat was there before it could be given
 * @param inTheEnd the final answer
 * @param seen what the network saw for the final answer; empty when it was not kept, or the network was not asked
 */
public record TestBeat(
        String record,
        long sampleIndex,
        BeatClass literature,
        BeatClass ec57,
        Optional<ClassProbabilities> atOnce,
        ClassProbabilities inTheEnd,
        Optional<LabelledBeat> seen) {
    public BeatClass truth(ClassMapping mapping) {
        return mapping == ClassMapping.LITERATURE ? literature : ec57;
    }

    /** The final answer against the truth by {@code mapping}. */
    public Prediction finalPrediction(ClassMapping mapping) {
        return new Prediction(record, sampleIndex, truth(mapping), inTheEnd);
    }

    /** The first answer against the truth by {@code mapping}: the provisional one, or the final one if it came first. */
    public Prediction firstPrediction(ClassMapping mapping) {
        return new Prediction(record, sampleIndex, truth(mapping), atOnce.orElse(inTheEnd));
    }

    /** Whether the final class is another than the one that was stated first. */
    public boolean isRevised() {
        return atOnce.isPresent() && atOnce.get().mostProbable() != inTheEnd.mostProbable();
    }

    /** The final answers of {@code beats}. */
    public static List<Prediction> finalPredictions(List<TestBeat> beats, ClassMapping mapping) {
        return beats.stream().map(beat -> beat.finalPrediction(mapping)).toList();
    }
}
