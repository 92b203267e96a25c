package org.rwave.trainer.data;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatClassifier;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.ecg.monitor.BeatSource;
import org.rwave.trainer.data.CaptureVariant.Noise;

/**
 * Turns records into labelled beats by playing them to the patient monitor: what the network learns from is what it will
 * be shown in service, since the same code makes both. All random choices follow from the names of record and variant.
 */
final class BeatCapture {
    /** A detection belongs to the annotation within this distance (EC57:2012, 4.3.2). */
    private static final Duration MATCH_WINDOW = Duration.ofMillis(150);

    /** False detections keep this far from true ones: every detector has a refractory time. */
    private static final Duration FALSE_APART = Duration.ofMillis(200);

    private final Map<NoiseKind, LoadedRecording> noises = new EnumMap<>(NoiseKind.class);

    /**
     * Ready to play {@code variants}.
     *
     * @throws IllegalArgumentException when one needs noise that is not there
     */
    BeatCapture(RecordAccess access, List<CaptureVariant> variants) throws IOException {
        for (CaptureVariant variant : variants) {
            for (Noise noise : variant.noise()) {
                if (!noises.containsKey(noise.kind())) {
                    noises.put(noise.kind(), access.noise(noise.kind()));
                }
            }
        }
    }

    /** Is told what the monitor says of a beat, and what the beat is. */
    interface Answers {
        void answered(ClassifiedBeat beat, BeatClass truth);
    }

    /** The beats of {@code original} in order, played as {@code variant} says. May be called by several threads. */
    List<LabelledBeat> capture(PlayableRecord original, CaptureVariant variant) throws IOException {
        String record = original.recording().name();
        CapturingClassifier classifier = new CapturingClassifier();
        List<LabelledBeat> beats = new ArrayList<>();
        play(
                original,
                variant,
                classifier,
                (beat, truth) -> classifier
                        .take(beat)
                        .ifPresent(input -> beats.add(new LabelledBeat(record, beat.sampleIndex(), truth, input))));
        return beats;
    }

    /**
     * Plays {@code original} as {@code variant} says to a monitor with {@code classifier}, and hands on its answers about true
     * beats, in order. May be called by several threads.
     */
    void play(PlayableRecord original, CaptureVariant variant, BeatClassifier classifier, Answers into)
            throws IOException {
        Random random = new Random(seedOf(original, variant, "play"));
        PlayableRecord played = disturbed(original, variant, random);
        ReferenceBeats truth = played.truth().jittered(variant.jitterSamples(), variant.missed(), random);
        LoadedRecording recording = played.recording().with(variant.leads());
        long apart = recording.rate().samplesIn(FALSE_APART);
        boolean ownDetector = variant.source() == BeatSource.DETECTOR;
        MonitorRun run = ownDetector
                ? MonitorRun.withOwnDetector(classifier)
                : MonitorRun.at(truth.positionsWithFalseOnes(variant.extra(), apart, random), classifier);
        long reach = ownDetector ? recording.rate().samplesIn(MATCH_WINDOW) : 0;
        int revision = variant.provisional() ? 0 : 1;
        Random draw = new Random(seedOf(original, variant, "share"));
        (variant.provisional() ? run.withProvisionalBeats() : run).play(recording, beat -> {
            if (beat.revision() == revision && isKept(variant, draw)) {
                truth.nearest(beat.sampleIndex(), reach)
                        .ifPresent(number -> into.answered(beat, truth.classOf(number)));
            }
        });
    }

    private static boolean isKept(CaptureVariant variant, Random draw) {
        return variant.share() >= 1 || draw.nextDouble() < variant.share();
    }

    private PlayableRecord disturbed(PlayableRecord original, CaptureVariant variant, Random random) {
        LoadedRecording recording = original.recording();
        ReferenceBeats truth = original.truth();
        if (variant.rrScale().isPresent()) {
            double factor = variant.rrScale().get().at(random.nextDouble());
            RrStretch stretch = new RrStretch(
                    truth.positions(), recording.sampleCount(), recording.rate().hertz(), factor);
            recording = stretch.of(recording);
            truth = truth.movedTo(stretch.beats());
        }
        for (Noise noise : variant.noise()) {
            LoadedRecording source = noises.get(noise.kind());
            int offset = random.nextInt(source.sampleCount());
            double decibels = noise.decibels().at(random.nextDouble());
            recording = NoiseMixer.add(recording, truth.positions(), source, offset, decibels);
        }
        return new PlayableRecord(recording, truth);
    }

    private static long seedOf(PlayableRecord record, CaptureVariant variant, String purpose) {
        return 31L
                        * (31L * record.recording().name().hashCode()
                                + variant.name().hashCode())
                + purpose.hashCode();
    }
}
