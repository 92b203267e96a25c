package org.rwave.trainer.validation;

import java.util.List;
import org.rwave.ecg.score.AnnotationPair;

/**
 * What one model, or the models of the folds together, said about the tested records.
 *
 * @param beats at the reference positions, record after record
 * @param pairs reference and own annotations from the raw waveform, one per record in the same order
 */
public record ModelOutcome(List<TestBeat> beats, List<AnnotationPair> pairs) {
    public ModelOutcome {
        beats = List.copyOf(beats);
        pairs = List.copyOf(pairs);
    }

    /** The tested records in order. */
    public List<String> records() {
        return pairs.stream().map(AnnotationPair::record).toList();
    }
}
