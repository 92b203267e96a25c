package org.rwave.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.score.ClassMapping;

class ReferenceBeatsTest {
    private static final List<Annotation> ANNOTATIONS = List.of(
            Annotation.of(50, AnnotationCode.RHYTHM_CHANGE),
            Annotation.of(100, AnnotationCode.NORMAL),
            Annotation.of(200, AnnotationCode.NODAL_ESCAPE),
            Annotation.of(300, AnnotationCode.PREMATURE_VENTRICULAR),
            Annotation.of(310, AnnotationCode.SIGNAL_QUALITY_CHANGE));

    @Test
    void are_the_beats_among_the_annotations_with_the_classes_of_the_mapping() {
        ReferenceBeats literature = ReferenceBeats.of(ANNOTATIONS, ClassMapping.LITERATURE);
        ReferenceBeats ec57 = ReferenceBeats.of(ANNOTATIONS, ClassMapping.EC57);

        assertThat(literature.positions()).containsExactly(100, 200, 300);
        assertThat(literature.classOf(1)).isEqualTo(BeatClass.N);
        assertThat(ec57.classOf(1)).isEqualTo(BeatClass.S);
        assertThat(literature.classOf(2)).isEqualTo(BeatClass.V);
    }

    @Test
    void a_detection_belongs_to_the_nearest_within_reach() {
        ReferenceBeats beats = ReferenceBeats.of(ANNOTATIONS, ClassMapping.LITERATURE);

        assertThat(beats.nearest(149, 54)).contains(0);
        assertThat(beats.nearest(151, 54)).contains(1);
        assertThat(beats.nearest(46, 54)).contains(0);
        assertThat(beats.nearest(45, 54)).isEmpty();
        assertThat(beats.nearest(354, 54)).contains(2);
        assertThat(beats.nearest(355, 54)).isEmpty();
    }

    @Test
    void jittered_ones_keep_their_classes_and_stay_within_reach() {
        ReferenceBeats beats = ReferenceBeats.of(ANNOTATIONS, ClassMapping.LITERATURE);

        ReferenceBeats jittered = beats.jittered(3, 0, new Random(1));

        assertThat(jittered.count()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(Math.abs(jittered.positions()[i] - beats.positions()[i])).isLessThanOrEqualTo(3);
            assertThat(jittered.classOf(i)).isEqualTo(beats.classOf(i));
        }
        assertThat(beats.jittered(3, 1, new Random(1)).count()).isZero();
    }
}
