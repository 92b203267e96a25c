package org.rwave.schemas.feed;

import java.util.OptionalLong;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.ClassifiedBeat;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.BeatLabel;
import org.rwave.schemas.avro.BeatProbabilities;

/** {@code Beat} of Avro to {@link ClassifiedBeat} and back. */
public final class BeatMapping {
    private BeatMapping() {}

    public static Beat toAvro(FeedId feed, ClassifiedBeat beat) {
        ClassProbabilities p = beat.probabilities();
        return new Beat(
                feed.patientId(),
                feed.sourceId(),
                beat.sampleIndex(),
                Times.instant(beat.epochMicros()),
                Checks.constant("beatClass", BeatLabel.class, beat.beatClass().name()),
                new BeatProbabilities(
                        p.of(BeatClass.N), p.of(BeatClass.S), p.of(BeatClass.V), p.of(BeatClass.F), p.of(BeatClass.Q)),
                beat.rrMicros().isPresent() ? beat.rrMicros().getAsLong() : null,
                beat.revision(),
                beat.afterGap(),
                beat.oneLead(),
                beat.lowQuality(),
                beat.modelHash());
    }

    /**
     * The beat as the monitor stated it.
     *
     * @throws IllegalArgumentException naming the field that breaks its rule
     */
    public static ClassifiedBeat fromAvro(Beat avro) {
        BeatProbabilities p = avro.getProbabilities();
        Long rrMicros = avro.getRrMicros();
        if (rrMicros != null && rrMicros <= 0) {
            throw new IllegalArgumentException("rrMicros must be above 0, was " + rrMicros);
        }
        if (avro.getRevision() < 0) {
            throw new IllegalArgumentException("revision must not be negative, was " + avro.getRevision());
        }
        return new ClassifiedBeat(
                Checks.sampleIndex("sampleIndex", avro.getSampleIndex()),
                Times.epochMicros("time", avro.getTime()),
                Checks.constant(
                        "beatClass", BeatClass.class, avro.getBeatClass().name()),
                ClassProbabilities.of(p.getN(), p.getS(), p.getV(), p.getF(), p.getQ()),
                rrMicros == null ? OptionalLong.empty() : OptionalLong.of(rrMicros),
                avro.getRevision(),
                avro.getAfterGap(),
                avro.getOneLead(),
                avro.getLowQuality(),
                avro.getModelHash());
    }

    /** Whose beat it is. */
    public static FeedId feedOf(Beat avro) {
        return new FeedId(avro.getPatientId(), avro.getSourceId());
    }
}
