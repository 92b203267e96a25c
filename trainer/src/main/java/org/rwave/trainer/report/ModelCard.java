package org.rwave.trainer.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rwave.models.BeatModel;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;
import org.rwave.trainer.report.figures.Reliability;

/** The card that lies beside a model: what it is, what it learned from, how good it was out of fold. */
public final class ModelCard {
    private ModelCard() {}

    /** Markdown. {@code outOfFold} are the cross-validated predictions on DS1, at the model's temperature. */
    public static String of(BeatModel model, List<Prediction> outOfFold) {
        StringBuilder card = new StringBuilder("# Beat classifier\n\n");
        card.append(
                        "Classifies one heartbeat as N, S, V, F or Q (ANSI/AAMI EC57) from its waveform in two leads, the\n")
                .append(
                        "patient's own template and the RR intervals around it. Research and education; not a medical\n")
                .append("device. Trained on 22 people of the MIT-BIH Arrhythmia Database (Moody and Mark 2001;\n")
                .append(
                        "Goldberger et al. 2000; Open Data Commons Attribution 1.0), and on simulated patients where the\n")
                .append(
                        "hyper-parameters below say so. Of the 414 F beats of real people, 372 are one person's, and there\n")
                .append("are eight Q beats: neither class can be relied on. Paced rhythms were not seen at all.\n\n");
        card.append("SHA-256 `").append(model.hash()).append("`\n\n## Provenance\n\n| what | value |\n|---|---|\n");
        for (Map.Entry<String, String> entry : model.metadata().toMap().entrySet()) {
            card.append("| ")
                    .append(entry.getKey().replaceFirst("^rwave\\.", ""))
                    .append(" | ")
                    .append(entry.getValue())
                    .append(" |\n");
        }
        ConfusionMatrix matrix = ConfusionMatrix.of(outOfFold);
        card.append("\n## Out of fold on DS1\n\nFolds by record, reference R peaks, ")
                .append(model.metadata().labelMapping())
                .append(" mapping. Top-label calibration error ")
                .append(String.format(Locale.ROOT, "%.4f", Reliability.expectedCalibrationError(outOfFold)))
                .append(".\n\n```\n")
                .append(matrix.toText())
                .append('\n')
                .append(RecordTable.of(outOfFold))
                .append("```\n\nThe figures on DS2 are in `docs/ds2-log.md`.\n");
        return card.toString();
    }
}
