package org.rwave.trainer.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.ecg.signal.SamplingRate;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.SimulatedBeats;
import org.rwave.trainer.validation.ModelOutcome;
import org.rwave.trainer.validation.TestBeat;
import org.rwave.trainer.validation.TestedModel;

/** An evaluation of the default model on simulated beats, small and quick, with every part of the document filled. */
public final class SampleEvaluation {
    private static final List<String> RECORDS = List.of("101", "106");

    private SampleEvaluation() {}

    /** Its title, which must be escaped in a page. */
    public static final String TITLE = "Sample <of> \"R&D\"";

    private static final Evaluation EVALUATION = make();

    /** The evaluation, with noise and an intra-patient result. */
    public static Evaluation get() {
        return EVALUATION;
    }

    private static Evaluation make() {
        try (BeatModel model = BeatModel.standard();
                TestedModel tested = TestedModel.one(model, RECORDS)) {
            Origin origin = new Origin(
                    TITLE,
                    "simulated",
                    "No people at all.",
                    RECORDS,
                    "2026-01-01T00:00:00Z",
                    "rwave evaluate",
                    "test",
                    "test",
                    "test",
                    1,
                    List.of(new Origin.Model(
                            "default", model.hash(), model.metadata().toMap())),
                    false);
            return EvaluationMaker.make(
                    origin,
                    List.of(outcome(tested)),
                    List.of(1.0),
                    tested,
                    List.of(new NoiseCurve(
                            "ma",
                            RECORDS,
                            List.of(
                                    new NoiseCurve.Point(Double.NaN, 1, 1, 0.9, 0.8),
                                    new NoiseCurve.Point(-6, 0.9, 0.8, 0.5, Double.NaN)))),
                    List.of(new IntraPatient("Sample", "random beats", identity())));
        }
    }

    /** An identity matrix of ten beats a class. */
    static List<List<Long>> identity() {
        List<List<Long>> rows = new ArrayList<>();
        for (int row = 0; row < BeatClass.COUNT; row++) {
            List<Long> counts = new ArrayList<>();
            for (int column = 0; column < BeatClass.COUNT; column++) {
                counts.add(row == column ? 10L : 0L);
            }
            rows.add(counts);
        }
        return rows;
    }

    private static ModelOutcome outcome(TestedModel model) {
        List<TestBeat> beats = new ArrayList<>();
        List<AnnotationPair> pairs = new ArrayList<>();
        for (String record : RECORDS) {
            List<Annotation> annotations = new ArrayList<>();
            for (LabelledBeat beat : SimulatedBeats.of(record, 60, record.hashCode())) {
                BeatInput input = new BeatInput();
                beat.copyTo(input);
                ClassProbabilities answer = model.of(record).classify(input);
                beats.add(new TestBeat(
                        record,
                        beat.sampleIndex(),
                        beat.label(),
                        beat.label(),
                        Optional.of(ClassProbabilities.certain(BeatClass.N)),
                        answer,
                        Optional.of(beat)));
                annotations.add(Annotation.of(beat.sampleIndex(), AnnotationCode.NORMAL));
            }
            pairs.add(new AnnotationPair(
                    record, new SamplingRate(360), OptionalLong.of(20_000), annotations, annotations));
        }
        return new ModelOutcome(beats, pairs);
    }

    /** A beat of {@code record} that is {@code truth} by both mappings, first called {@code first}, then {@code last}. */
    static TestBeat beat(String record, BeatClass truth, Optional<BeatClass> first, BeatClass last) {
        return new TestBeat(
                record,
                0,
                truth,
                truth,
                first.map(ClassProbabilities::certain),
                ClassProbabilities.certain(last),
                Optional.empty());
    }
}
