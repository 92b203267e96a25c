package org.rwave.ecg.score;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.signal.SamplingRate;

/**
 * What is compared: two annotators on one record, each in time order.
 *
 * @param record the record's name
 * @param rate of the sample indices
 * @param length samples in the record; empty when unknown, then the comparison ends with the reference annotations
 * @param reference the truth
 * @param test what is scored
 */
public record AnnotationPair(
        String record, SamplingRate rate, OptionalLong length, List<Annotation> reference, List<Annotation> test) {
    public AnnotationPair {
        reference = List.copyOf(reference);
        test = List.copyOf(test);
    }

    /** {@code span} in samples of this record. */
    int samplesIn(Duration span) {
        return rate.samplesIn(span);
    }

    /** Last sample of the test period; empty when neither the settings nor the record give one. */
    OptionalLong endSample(ScoringSettings settings) {
        return settings.end().isPresent()
                ? OptionalLong.of(samplesIn(settings.end().get()))
                : length;
    }
}
