package org.rwave.ecg.recording;

import java.util.List;
import java.util.Optional;
import org.rwave.ecg.signal.SamplingRate;

/**
 * The content of an annotation file.
 *
 * @param annotations in file order
 * @param resolution counts per second of the positions, where the file states it; else they count the record's samples
 * @param definitions meanings that the file gives to codes
 */
public record AnnotationSet(
        List<Annotation> annotations, Optional<SamplingRate> resolution, List<Definition> definitions) {
    public AnnotationSet {
        annotations = List.copyOf(annotations);
        definitions = List.copyOf(definitions);
    }

    /**
     * What a file says a code means.
     *
     * @param code the annotation code
     * @param mnemonic what WFDB prints for it
     * @param description free text, may be empty
     */
    public record Definition(AnnotationCode code, String mnemonic, String description) {}

    /** Annotations whose positions count the record's samples. */
    public static AnnotationSet of(List<Annotation> annotations) {
        return new AnnotationSet(annotations, Optional.empty(), List.of());
    }

    /** The same annotations with positions in samples at {@code rate}, rounded half up as WFDB's {@code getann} does. */
    public AnnotationSet at(SamplingRate rate) {
        if (resolution.isEmpty() || resolution.get().hertz() == rate.hertz()) {
            return this;
        }
        double factor = rate.hertz() / resolution.get().hertz();
        List<Annotation> moved = annotations.stream()
                .map(a -> new Annotation(
                        (long) Math.floor(a.sampleIndex() * factor + 0.5),
                        a.code(),
                        a.subtype(),
                        a.channel(),
                        a.number(),
                        a.aux()))
                .toList();
        return new AnnotationSet(moved, Optional.of(rate), definitions);
    }
}
