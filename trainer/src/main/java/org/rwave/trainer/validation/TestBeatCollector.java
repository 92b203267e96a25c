package org.rwave.trainer.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.data.CapturingClassifier;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.ReferenceBeats;

/** Joins the monitor's first and final answers about one record with the truth by both mappings. */
final class TestBeatCollector {
    private final String record;
    private final ReferenceBeats literature;
    private final ReferenceBeats ec57;
    private final boolean keepsInputs;
    private final BeatClassifier plain;
    private final CapturingClassifier capturing;
    private final Map<Long, ClassProbabilities> atOnce = new HashMap<>();

    TestBeatCollector(String record, List<Annotation> annotations, BeatClassifier classifier, boolean keepsInputs) {
        this.record = record;
        this.literature = ReferenceBeats.of(annotations, ClassMapping.LITERATURE);
        this.ec57 = ReferenceBeats.of(annotations, ClassMapping.EC57);
        this.keepsInputs = keepsInputs;
        this.plain = classifier;
        this.capturing = new CapturingClassifier(classifier);
    }

    /** The R peaks to play. Both mappings have the same ones. */
    long[] positions() {
        return literature.positions();
    }

    /** The classifier to play them with. */
    BeatClassifier classifier() {
        return keepsInputs ? capturing : plain;
    }

    /** The joined beat, if {@code beat} is a final answer. */
    Optional<TestBeat> take(ClassifiedBeat beat) {
        Optional<BeatInput> input = capturing.take(beat);
        if (beat.revision() == 0) {
            atOnce.put(beat.sampleIndex(), beat.probabilities());
            return Optional.empty();
        }
        return literature.nearest(beat.sampleIndex(), 0).map(number -> {
            BeatClass truth = literature.classOf(number);
            return new TestBeat(
                    record,
                    beat.sampleIndex(),
                    truth,
                    ec57.classOf(number),
                    Optional.ofNullable(atOnce.remove(beat.sampleIndex())),
                    beat.probabilities(),
                    input.map(seen -> new LabelledBeat(record, beat.sampleIndex(), truth, seen)));
        });
    }
}
