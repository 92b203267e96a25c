package org.rwave.ecg.score;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;

/**
 * The episodes that are compared. Ischaemic ST episodes, the third kind of {@code epicmp}, are not: neither MIT-BIH nor
 * the monitor marks them.
 */
public enum EpisodeKind {
    /** Atrial fibrillation: from a rhythm change to {@code (AFIB} to the next rhythm change. */
    ATRIAL_FIBRILLATION("AF"),
    /**
     * Ventricular fibrillation or flutter: from {@code [} to {@code ]}. Departure from {@code epicmp}, which reads nothing else:
     * where an annotator has no {@code [} in a record, as VFDB never has, rhythm changes to {@code (VF}, {@code (VFIB} or
     * {@code (VFL} bound the episodes.
     */
    VENTRICULAR_FIBRILLATION("VF");

    private final String title;

    EpisodeKind(String title) {
        this.title = title;
    }

    /** The abbreviation in reports. */
    public String title() {
        return title;
    }

    /** The episodes of this kind; one that has no end lasts to the end of record or annotations, whichever is later. */
    List<Episode> in(List<Annotation> annotations, OptionalLong endSample) {
        if (this == ATRIAL_FIBRILLATION) {
            return rhythm("(AFIB", annotations, endSample);
        }
        boolean isBounded =
                annotations.stream().anyMatch(annotation -> annotation.code() == AnnotationCode.FLUTTER_ONSET);
        return isBounded ? bounded(annotations, endSample) : rhythm("(VF", annotations, endSample);
    }

    /** Stretches of atrial flutter, which do not count for or against the detection of atrial fibrillation. */
    static List<Episode> atrialFlutter(List<Annotation> annotations, OptionalLong endSample) {
        return rhythm("(AFL", annotations, endSample);
    }

    private static List<Episode> rhythm(String name, List<Annotation> annotations, OptionalLong endSample) {
        List<Episode> episodes = new ArrayList<>();
        OptionalLong start = OptionalLong.empty();
        for (Annotation annotation : annotations) {
            if (annotation.code() != AnnotationCode.RHYTHM_CHANGE) {
                continue;
            }
            boolean isNamed = annotation.aux().startsWith(name);
            if (start.isEmpty() && isNamed) {
                start = OptionalLong.of(annotation.sampleIndex());
            } else if (start.isPresent() && !isNamed) {
                episodes.add(new Episode(start.getAsLong(), annotation.sampleIndex()));
                start = OptionalLong.empty();
            }
        }
        addOpen(start, annotations, endSample, episodes);
        return episodes;
    }

    private static List<Episode> bounded(List<Annotation> annotations, OptionalLong endSample) {
        List<Episode> episodes = new ArrayList<>();
        OptionalLong start = OptionalLong.empty();
        for (Annotation annotation : annotations) {
            if (start.isEmpty() && annotation.code() == AnnotationCode.FLUTTER_ONSET) {
                start = OptionalLong.of(annotation.sampleIndex());
            } else if (start.isPresent() && annotation.code() == AnnotationCode.FLUTTER_END) {
                episodes.add(new Episode(start.getAsLong(), annotation.sampleIndex()));
                start = OptionalLong.empty();
            }
        }
        addOpen(start, annotations, endSample, episodes);
        return episodes;
    }

    private static void addOpen(
            OptionalLong start, List<Annotation> annotations, OptionalLong endSample, List<Episode> into) {
        if (start.isPresent()) {
            long last = annotations.get(annotations.size() - 1).sampleIndex();
            into.add(new Episode(start.getAsLong(), Math.max(last, endSample.orElse(0))));
        }
    }
}
