package org.rwave.schemas.feed;

import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.schemas.avro.ReferenceAnnotation;
import org.rwave.schemas.avro.ReferenceAnnotations;

/**
 * All reference annotations of one source in [{@code firstSampleIndex}, {@code endSampleIndex()}), which may be none.
 *
 * @param annotations ascending, each within the coverage
 */
public record ReferenceSpan(FeedId feed, long firstSampleIndex, int sampleCount, List<Annotation> annotations) {
    public ReferenceSpan {
        Checks.sampleIndex("firstSampleIndex", firstSampleIndex);
        if (sampleCount < 1) {
            throw new IllegalArgumentException("sampleCount must be at least 1, was " + sampleCount);
        }
        annotations = List.copyOf(annotations);
        long previous = firstSampleIndex;
        for (Annotation annotation : annotations) {
            if (annotation.sampleIndex() < previous || annotation.sampleIndex() >= firstSampleIndex + sampleCount) {
                throw new IllegalArgumentException("annotations.sampleIndex must ascend within [" + firstSampleIndex
                        + ", " + (firstSampleIndex + sampleCount) + "), had " + annotation.sampleIndex());
            }
            previous = annotation.sampleIndex();
        }
    }

    /** One past the last sample covered. */
    public long endSampleIndex() {
        return firstSampleIndex + sampleCount;
    }

    public ReferenceAnnotations toAvro() {
        List<ReferenceAnnotation> avro = new ArrayList<>(annotations.size());
        for (Annotation a : annotations) {
            avro.add(new ReferenceAnnotation(
                    a.sampleIndex(),
                    a.code().code(),
                    a.code().mnemonic(),
                    a.subtype(),
                    a.channel(),
                    a.number(),
                    a.aux()));
        }
        return new ReferenceAnnotations(feed.patientId(), feed.sourceId(), firstSampleIndex, sampleCount, avro);
    }

    /**
     * The span as published.
     *
     * @throws IllegalArgumentException naming the field that breaks its rule
     */
    public static ReferenceSpan fromAvro(ReferenceAnnotations avro) {
        List<Annotation> annotations = new ArrayList<>(avro.getAnnotations().size());
        for (ReferenceAnnotation a : avro.getAnnotations()) {
            AnnotationCode code = AnnotationCode.ofCode(a.getCode())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "annotations.code must be one of WFDB's, 0 to 49, was " + a.getCode()));
            annotations.add(new Annotation(
                    a.getSampleIndex(), code, a.getSubtype(), a.getChannel(), a.getNumber(), a.getAux()));
        }
        return new ReferenceSpan(
                new FeedId(avro.getPatientId(), avro.getSourceId()),
                avro.getFirstSampleIndex(),
                avro.getSampleCount(),
                annotations);
    }
}
