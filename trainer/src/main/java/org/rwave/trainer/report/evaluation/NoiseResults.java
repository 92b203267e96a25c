package org.rwave.trainer.report.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.rwave.trainer.data.NoiseKind;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.validation.NoiseTest;
import org.rwave.trainer.validation.TestedModel;

/** The noise stress test of a model with every noise record that there is. */
public final class NoiseResults {
    private NoiseResults() {}

    /** One curve per noise record; none when there are no noise records, or the model does not judge those of the test. */
    public static List<NoiseCurve> of(RecordAccess access, TestedModel model) throws IOException {
        List<NoiseKind> noises = access.noises();
        if (noises.isEmpty() || !model.judges(NoiseTest.RECORDS)) {
            return List.of();
        }
        NoiseTest test = new NoiseTest(access, model);
        NoiseCurve.Point clean = DetectionResults.noisePoint(Double.NaN, test.clean());
        List<NoiseCurve> curves = new ArrayList<>();
        for (NoiseKind noise : noises) {
            List<NoiseCurve.Point> points = new ArrayList<>(List.of(clean));
            for (int decibels : NoiseTest.DECIBELS) {
                points.add(DetectionResults.noisePoint(decibels, test.at(noise, decibels)));
            }
            curves.add(new NoiseCurve(noise.recordName(), NoiseTest.RECORDS, points));
        }
        return curves;
    }
}
