package org.rwave.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.report.evaluation.BeatFigures;
import org.rwave.trainer.report.evaluation.Calibration;
import org.rwave.trainer.report.evaluation.DetectionResult;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.FirstAnswers;
import org.rwave.trainer.report.evaluation.ReferenceResult;
import org.rwave.trainer.report.figures.Estimate;

/** Lines of figures over all models of an evaluation: mean, deviation between models, 95 % interval over records. */
final class MeanText {
    private MeanText() {}

    /** The figures by which recipes are compared, then Se, +P and F1 of every class. */
    static String atReferencePositions(ReferenceResult result) {
        return prefix(result.matrices().size()) + "95 % interval over records: " + main(result.figures())
                + "\nSe/+P/F1, mean: " + byClass(result.figures()) + "\n";
    }

    /** A line for each record that is left out; nothing for one model. */
    static String without(ReferenceResult result) {
        StringBuilder text = new StringBuilder();
        if (result.matrices().size() > 1) {
            result.without()
                    .forEach(without -> text.append("without ")
                            .append(without.record())
                            .append(", mean: ")
                            .append(main(without.figures()))
                            .append('\n'));
        }
        return text.toString();
    }

    /** What probabilities are worth, and what they would be without the temperature. */
    static String calibration(Calibration calibration) {
        int models = calibration.byModel().size();
        return "calibration" + (models == 1 ? "" : ", mean of " + models + " models") + ": "
                + means(calibration.byModel()) + "\nwithout the temperature: "
                + means(calibration.withoutTemperature()) + "\n";
    }

    /** Labels without look-ahead. */
    static String firstAnswers(FirstAnswers answers) {
        return String.format(
                Locale.ROOT,
                "provisional labels: stated %.1f %% of the beats, revised %.1f %%, %s, %s%n",
                100 * answers.stated(),
                100 * answers.revised(),
                figure("V-F1", answers.first().get(BeatFigures.f1(BeatClass.V))),
                figure("S-F1", answers.first().get(BeatFigures.f1(BeatClass.S))));
    }

    /** Own detection by either mapping and start; nothing for one model. */
    static String ownDetection(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        for (DetectionResult result : evaluation.ownDetection()) {
            if (result.matrices().size() > 1) {
                text.append(prefix(result.matrices().size()))
                        .append(ClassMapping.valueOf(result.mapping()).title())
                        .append(" mapping, from ")
                        .append(result.fromSeconds())
                        .append(" s: ")
                        .append(own(result, "veb"))
                        .append(", ")
                        .append(own(result, "sveb"))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String own(DetectionResult result, String target) {
        return List.of("Se", "Ppv", "F1").stream()
                .map(statistic -> figure(
                        target.toUpperCase(Locale.ROOT) + " " + statistic.replace("Ppv", "+P"),
                        result.figures().get(target + statistic)))
                .reduce((before, next) -> before + ", " + next)
                .orElseThrow();
    }

    private static String prefix(int models) {
        return models == 1 ? "" : "mean of " + models + " models, deviation between them, ";
    }

    private static String main(Map<String, Estimate> figures) {
        return String.join(
                ", ",
                figure("accuracy", figures.get(BeatFigures.ACCURACY)),
                figure("macro-F1(NSV)", figures.get(BeatFigures.MACRO_NSV)),
                figure("V-F1", figures.get(BeatFigures.f1(BeatClass.V))),
                figure("S-F1", figures.get(BeatFigures.f1(BeatClass.S))),
                figure("F-F1", figures.get(BeatFigures.f1(BeatClass.F))));
    }

    private static String byClass(Map<String, Estimate> figures) {
        List<String> classes = new ArrayList<>();
        for (BeatClass beatClass : BeatClass.values()) {
            classes.add(String.format(
                    Locale.ROOT,
                    "%s %.2f/%.2f/%.2f",
                    beatClass,
                    100 * figures.get(BeatFigures.sensitivity(beatClass)).mean(),
                    100 * figures.get(BeatFigures.predictivity(beatClass)).mean(),
                    100 * figures.get(BeatFigures.f1(beatClass)).mean()));
        }
        return String.join(", ", classes);
    }

    private static String figure(String name, Estimate estimate) {
        String deviation =
                Double.isNaN(estimate.sd()) ? "" : String.format(Locale.ROOT, " sd %.2f", 100 * estimate.sd());
        return String.format(
                Locale.ROOT,
                "%s %.2f%s (%.2f to %.2f)",
                name,
                100 * estimate.mean(),
                deviation,
                100 * estimate.low(),
                100 * estimate.high());
    }

    private static String means(List<Calibration.Figures> models) {
        return String.format(
                Locale.ROOT,
                "error of the top label %.4f, of S %.4f, of V %.4f, Brier score %.4f",
                mean(models, Calibration.Figures::topLabelError),
                mean(models, Calibration.Figures::errorOfS),
                mean(models, Calibration.Figures::errorOfV),
                mean(models, Calibration.Figures::brier));
    }

    private static double mean(List<Calibration.Figures> models, ToDoubleFunction<Calibration.Figures> figure) {
        return models.stream().mapToDouble(figure).average().orElseThrow();
    }
}
