package org.rwave.trainer.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.MonitorRun;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.data.ReferenceBeats;
import org.rwave.trainer.report.figures.Prediction;

/** A model on the test set, through the monitor as it runs in service. */
public final class Ds2Test {
    private final RecordAccess access;
    private final BeatModel model;

    /** {@code access} must be for evaluation. */
    public Ds2Test(RecordAccess access, BeatModel model) {
        this.access = access;
        this.model = model;
    }

    /** Final labels at the reference positions, with the truth by {@code mapping}. */
    public List<Prediction> atReferencePositions(ClassMapping mapping) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        for (String record : DataSplit.DS2.records()) {
            try (Recording recording = access.open(record);
                    OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
                ReferenceBeats reference = ReferenceBeats.of(access.annotations(recording), mapping);
                MonitorRun.at(reference.positions(), classifier)
                        .play(
                                recording,
                                beat -> reference
                                        .nearest(beat.sampleIndex(), 0)
                                        .ifPresent(number -> predictions.add(new Prediction(
                                                record,
                                                beat.sampleIndex(),
                                                reference.classOf(number),
                                                beat.probabilities()))));
            }
        }
        return predictions;
    }

    /** Reference and own annotations of every record, R peaks from the monitor's detector. */
    public List<AnnotationPair> fromRawWaveform() throws IOException {
        List<AnnotationPair> pairs = new ArrayList<>();
        for (String record : DataSplit.DS2.records()) {
            try (Recording recording = access.open(record);
                    OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
                List<Annotation> own = new ArrayList<>();
                MonitorRun.withOwnDetector(classifier).play(recording, beat -> own.add(annotate(beat)));
                OptionalLong length = recording.length();
                pairs.add(new AnnotationPair(record, recording.rate(), length, access.annotations(recording), own));
            }
        }
        return pairs;
    }

    private static Annotation annotate(ClassifiedBeat beat) {
        return Annotation.of(beat.sampleIndex(), code(beat.beatClass()));
    }

    private static AnnotationCode code(BeatClass beatClass) {
        return switch (beatClass) {
            case N -> AnnotationCode.NORMAL;
            case S -> AnnotationCode.SUPRAVENTRICULAR_PREMATURE;
            case V -> AnnotationCode.PREMATURE_VENTRICULAR;
            case F -> AnnotationCode.FUSION_VENTRICULAR;
            case Q -> AnnotationCode.UNCLASSIFIABLE;
        };
    }
}
