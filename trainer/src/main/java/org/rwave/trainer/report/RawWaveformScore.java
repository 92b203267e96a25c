package org.rwave.trainer.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.score.AnnotationPair;
import org.rwave.ecg.score.BeatByBeat;
import org.rwave.ecg.score.BeatLabel;
import org.rwave.ecg.score.BeatMatrix;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.ecg.score.DetectionCounts;
import org.rwave.ecg.score.ScoringSettings;

/** Scores own detection and classification together, gross over all records. */
public final class RawWaveformScore {
    private RawWaveformScore() {}

    /** EC57 from 5:00 with its mapping, then the whole record with the literature's for comparison with track (a). */
    public static String of(List<AnnotationPair> pairs) {
        ScoringSettings whole =
                ScoringSettings.standard().withStart(Duration.ZERO).withMapping(ClassMapping.LITERATURE);
        return "EC57, from 5:00, 150 ms:\n" + text(pairs, ScoringSettings.standard())
                + "whole record, literature mapping:\n" + text(pairs, whole);
    }

    private static String text(List<AnnotationPair> pairs, ScoringSettings settings) {
        BeatMatrix sum = pairs.stream()
                .map(pair -> BeatByBeat.compare(pair, settings))
                .reduce(BeatMatrix.EMPTY, BeatMatrix::plus);
        StringBuilder text = new StringBuilder("truth\\said");
        for (BeatLabel label : BeatLabel.values()) {
            text.append(String.format(Locale.ROOT, "%8s", label));
        }
        text.append('\n');
        for (BeatLabel truth : BeatLabel.values()) {
            text.append(String.format(Locale.ROOT, "%10s", truth));
            for (BeatLabel said : BeatLabel.values()) {
                text.append(String.format(Locale.ROOT, "%8d", sum.count(truth, said)));
            }
            text.append('\n');
        }
        return text.append(figures("QRS", sum.qrs()))
                .append(figures("VEB", sum.ventricular()))
                .append(figures("SVEB", sum.supraventricular()))
                .toString();
    }

    private static String figures(String name, DetectionCounts counts) {
        double sensitivity = 100.0 * counts.truePositives() / (counts.truePositives() + counts.falseNegatives());
        double predictivity = 100.0 * counts.truePositives() / (counts.truePositives() + counts.falsePositives());
        double f1 = 2 * sensitivity * predictivity / (sensitivity + predictivity);
        return String.format(Locale.ROOT, "%-5s Se %.2f  +P %.2f  F1 %.2f%n", name, sensitivity, predictivity, f1);
    }
}
