package org.rwave.trainer.report.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Estimate;
import org.rwave.trainer.report.figures.RecordBootstrap;

/** The figures of labels at reference positions, by name. */
public final class BeatFigures {
    public static final String ACCURACY = "accuracy";
    public static final String MACRO_NSV = "macroF1NSV";
    public static final String MACRO_NSVF = "macroF1NSVF";
    public static final String KAPPA = "kappa";
    public static final String J_KAPPA = "jKappa";

    private static final List<BeatClass> AVERAGED = List.of(BeatClass.S, BeatClass.V);

    private BeatFigures() {}

    /** Key of the sensitivity of a class. */
    public static String sensitivity(BeatClass beatClass) {
        return "se" + beatClass;
    }

    /** Key of the positive predictivity of a class. */
    public static String predictivity(BeatClass beatClass) {
        return "ppv" + beatClass;
    }

    /** Key of the F1 of a class over all beats. */
    public static String f1(BeatClass beatClass) {
        return "f1" + beatClass;
    }

    /** Key of the F1 of S or V, averaged over the records that have such beats. */
    public static String f1OverRecords(BeatClass beatClass) {
        return "f1" + beatClass + "OverRecords";
    }

    /** All figures of {@code models}, each a list of its records' matrices. */
    static Map<String, Estimate> of(List<List<ConfusionMatrix>> models) {
        List<Estimate> estimates = RecordBootstrap.estimate(models, BeatFigures::values);
        Map<String, Estimate> byName = new LinkedHashMap<>();
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), estimates.get(i));
        }
        return byName;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(ACCURACY, MACRO_NSV, MACRO_NSVF, KAPPA, J_KAPPA));
        for (BeatClass beatClass : BeatClass.values()) {
            names.add(sensitivity(beatClass));
            names.add(predictivity(beatClass));
            names.add(f1(beatClass));
        }
        AVERAGED.forEach(beatClass -> names.add(f1OverRecords(beatClass)));
        return names;
    }

    /** In the order of {@link #names}. */
    private static double[] values(List<ConfusionMatrix> records) {
        ConfusionMatrix all = records.stream().reduce(ConfusionMatrix.EMPTY, ConfusionMatrix::plus);
        List<Double> values = new ArrayList<>(List.of(
                all.accuracy(),
                all.macroF1(ConfusionMatrix.NSV),
                all.macroF1(ConfusionMatrix.NSVF),
                all.kappa(),
                all.jKappa()));
        for (BeatClass beatClass : BeatClass.values()) {
            values.add(all.sensitivity(beatClass));
            values.add(all.positivePredictivity(beatClass));
            values.add(all.f1(beatClass));
        }
        for (BeatClass beatClass : AVERAGED) {
            values.add(records.stream()
                    .filter(record -> record.of(beatClass) > 0)
                    .mapToDouble(record -> record.f1(beatClass))
                    .average()
                    .orElse(Double.NaN));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
