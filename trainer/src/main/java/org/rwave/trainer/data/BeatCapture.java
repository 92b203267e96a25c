package org.rwave.trainer.data;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rwave.ecg.recording.Recording;
import org.rwave.ecg.score.ClassMapping;

/**
 * Turns records into labelled beats by playing them to the patient monitor: what the network learns from is what it will
 * be shown in service, since the same code makes both.
 */
public final class BeatCapture {
    /** A detection belongs to the annotation within this distance (EC57:2012, 4.3.2). */
    private static final Duration MATCH_WINDOW = Duration.ofMillis(150);

    private static final int JITTER_SAMPLES = 3;
    private static final double JITTER_MISSED = 0.02;

    private final RecordAccess access;
    private final ClassMapping mapping;

    public BeatCapture(RecordAccess access, ClassMapping mapping) {
        this.access = access;
        this.mapping = mapping;
    }

    /** The beats of {@code records} in order, each record played as {@code variant} says. */
    public List<LabelledBeat> capture(List<String> records, CaptureVariant variant) throws IOException {
        List<LabelledBeat> beats = new ArrayList<>();
        for (String record : records) {
            try (Recording recording = access.open(record)) {
                capture(recording, variant, beats);
            }
        }
        return beats;
    }

    private void capture(Recording recording, CaptureVariant variant, List<LabelledBeat> into) throws IOException {
        ReferenceBeats reference = ReferenceBeats.of(access.annotations(recording), mapping);
        ReferenceBeats played = variant == CaptureVariant.JITTERED
                ? reference.jittered(
                        JITTER_SAMPLES,
                        JITTER_MISSED,
                        new Random(recording.name().hashCode()))
                : reference;
        CapturingClassifier classifier = new CapturingClassifier();
        MonitorRun run = switch (variant) {
            case DETECTOR -> MonitorRun.withOwnDetector(classifier);
            case FIRST_LEAD -> MonitorRun.at(played.positions(), classifier).withLead(0);
            case SECOND_LEAD -> MonitorRun.at(played.positions(), classifier).withLead(1);
            case REFERENCE, JITTERED -> MonitorRun.at(played.positions(), classifier);
        };
        long reach = variant == CaptureVariant.DETECTOR ? recording.rate().samplesIn(MATCH_WINDOW) : 0;
        run.play(
                recording,
                beat -> classifier
                        .take(beat)
                        .ifPresent(input -> played.nearest(beat.sampleIndex(), reach)
                                .ifPresent(number -> into.add(new LabelledBeat(
                                        recording.name(), beat.sampleIndex(), played.classOf(number), input)))));
    }
}
