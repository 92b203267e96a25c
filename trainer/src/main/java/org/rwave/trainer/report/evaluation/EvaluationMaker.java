package org.rwave.trainer.report.evaluation;

import java.util.List;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.validation.ModelOutcome;
import org.rwave.trainer.validation.TestBeat;
import org.rwave.trainer.validation.TestedModel;

/** Makes an {@link Evaluation} out of what was measured. */
public final class EvaluationMaker {
    private static final List<ClassMapping> MAPPINGS = List.of(ClassMapping.LITERATURE, ClassMapping.EC57);

    private EvaluationMaker() {}

    /**
     * The document.
     *
     * @param outcomes of each model of {@code origin}, or one of all folds together; the first with its inputs kept
     * @param temperatures what the logits of each outcome had been divided by in all
     * @param first the model of the first outcome, to be asked again for explanations
     */
    public static Evaluation make(
            Origin origin,
            List<ModelOutcome> outcomes,
            List<Double> temperatures,
            TestedModel first,
            List<NoiseCurve> noise,
            List<IntraPatient> intraPatient) {
        LabelResults labels = new LabelResults(outcomes);
        List<List<Prediction>> predictions = outcomes.stream()
                .map(outcome -> TestBeat.finalPredictions(outcome.beats(), ClassMapping.LITERATURE))
                .toList();
        List<TestBeat> beats = outcomes.get(0).beats();
        return new Evaluation(
                Evaluation.FORM,
                origin,
                MAPPINGS.stream().map(labels::atReferencePositions).toList(),
                DetectionResults.byRecord(outcomes.get(0)),
                DetectionResults.of(outcomes),
                MAPPINGS.stream().map(labels::firstAnswers).toList(),
                ProbabilityResults.calibration(predictions, temperatures),
                ProbabilityResults.curves(predictions),
                noise,
                intraPatient,
                new GalleryChoice(beats, outcomes.get(0).pairs().get(0).rate()).choose(),
                ExplanationMaker.explain(first, beats));
    }
}
