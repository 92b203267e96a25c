package org.rwave.trainer.report.evaluation;

import java.util.List;

/**
 * One evaluation. Where several models are given, "first model" is the first of {@link Origin#models}.
 *
 * @param form name and version of this form, {@link #FORM}
 * @param origin what was tested, on what, how
 * @param referencePositions final labels at the reference positions, one entry per mapping
 * @param records record by record, first model, literature mapping
 * @param ownDetection R peaks from the monitor's detector, scored by the rules of EC57, one entry per mapping and start
 * @param firstAnswers labels without look-ahead against final ones, one entry per mapping
 * @param calibration what probabilities are worth, literature mapping
 * @param curves ranking by probability, one entry per class with beats, first model, literature mapping
 * @param noise with recorded noise added, first model; empty when there were no noise records
 * @param intraPatient results of other splits, for comparison
 * @param beats beats to look at, first model, literature mapping
 * @param explanation what the first model leans on
 */
public record Evaluation(
        String form,
        Origin origin,
        List<ReferenceResult> referencePositions,
        List<RecordResult> records,
        List<DetectionResult> ownDetection,
        List<FirstAnswers> firstAnswers,
        Calibration calibration,
        List<ClassCurve> curves,
        List<NoiseCurve> noise,
        List<IntraPatient> intraPatient,
        BeatGallery beats,
        Explanation explanation) {
    /** The form that this version writes and reads. */
    public static final String FORM = "rwave-evaluation/1";

    public Evaluation {
        referencePositions = List.copyOf(referencePositions);
        records = List.copyOf(records);
        ownDetection = List.copyOf(ownDetection);
        firstAnswers = List.copyOf(firstAnswers);
        curves = List.copyOf(curves);
        noise = List.copyOf(noise);
        intraPatient = List.copyOf(intraPatient);
    }
}
