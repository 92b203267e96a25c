package org.rwave.trainer.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.rwave.ecg.annotate.FactAnnotations;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.trainer.data.MonitorRun;
import org.rwave.trainer.data.RecordAccess;

/** Plays records to the monitor as it runs in service, and keeps what it says beside the truth. */
public final class ModelTest {
    private final RecordAccess access;

    public ModelTest(RecordAccess access) {
        this.access = access;
    }

    /**
     * First and final answers at the reference positions of {@code records}, played once.
     *
     * @param keepsInputs whether each beat also carries what the network saw, 3 kB a beat
     */
    public List<TestBeat> atReferencePositions(TestedModel model, List<String> records, boolean keepsInputs)
            throws IOException {
        List<TestBeat> beats = new ArrayList<>();
        for (String record : records) {
            try (Recording recording = access.open(record)) {
                List<Annotation> annotations = access.annotations(recording);
                TestBeatCollector collector = new TestBeatCollector(record, annotations, model.of(record), keepsInputs);
                MonitorRun.at(collector.positions(), collector.classifier())
                        .withProvisionalBeats()
                        .play(recording, beat -> collector.take(beat).ifPresent(beats::add));
            }
        }
        return beats;
    }

    /** Reference and own annotations of each of {@code records}, R peaks from the monitor's detector; played once. */
    public List<AnnotationPair> fromRawWaveform(TestedModel model, List<String> records) throws IOException {
        List<AnnotationPair> pairs = new ArrayList<>();
        for (String record : records) {
            try (Recording recording = access.open(record)) {
                pairs.add(fromRawWaveform(model.of(record), recording, access.annotations(recording)));
            }
        }
        return pairs;
    }

    /** {@code reference} and own annotations of {@code recording}, which stands at its start. */
    static AnnotationPair fromRawWaveform(BeatClassifier classifier, Recording recording, List<Annotation> reference)
            throws IOException {
        List<Annotation> own = new ArrayList<>();
        MonitorRun.withOwnDetector(classifier).play(recording, beat -> own.add(annotate(beat)));
        return new AnnotationPair(recording.name(), recording.rate(), recording.length(), reference, own);
    }

    private static Annotation annotate(ClassifiedBeat beat) {
        return Annotation.of(beat.sampleIndex(), FactAnnotations.code(beat.beatClass()));
    }
}
