package org.rwave.trainer.noise;

import java.util.List;
import java.util.Locale;
import org.rwave.ecg.score.BeatMatrix;
import org.rwave.ecg.score.DetectionCounts;
import org.rwave.ecg.score.Ratio;

/** The figures as a person reads them, a line for each record and noise. */
final class NoiseScoreText {
    private NoiseScoreText() {}

    /** The rule and the column headings. */
    static List<String> heading() {
        return List.of(
                "Noise as WFDB's nst adds it: from 5:00 on, two minutes with and two without in turn; own detection, EC57.",
                "Se, +P: QRS from 5:00 to the end. The rest is of the noisy stretches alone: Se, +P, beats missed, beats found",
                "that are none, V found where there is none, HIGH alarms raised; share of the time without a good and without",
                "a usable lead (not monitored).",
                "",
                "record noise     Se     +P |     Se     +P missed  false false V  alarms not good unmonitored");
    }

    static String line(NoiseScore score) {
        DetectionCounts all = score.whole().qrs();
        DetectionCounts noisy = score.inNoise().qrs();
        return String.format(
                Locale.ROOT,
                "%-6s %-6s %6s %6s | %6s %6s %6d %6d %7d %7d %7.1f%% %10.1f%%",
                score.record(),
                score.noise(),
                percent(all.sensitivity()),
                percent(all.positivePredictivity()),
                percent(noisy.sensitivity()),
                percent(noisy.positivePredictivity()),
                noisy.falseNegatives(),
                noisy.falsePositives(),
                falseVentricular(score.inNoise()),
                score.highAlarms(),
                100 * score.noisySeconds() / score.noiseSeconds(),
                100 * score.unreadableSeconds() / score.noiseSeconds());
    }

    private static long falseVentricular(BeatMatrix matrix) {
        return matrix.ventricular().falsePositives();
    }

    private static String percent(Ratio ratio) {
        return ratio.percent().isPresent()
                ? String.format(Locale.ROOT, "%.2f", ratio.percent().getAsDouble())
                : "-";
    }
}
