package org.rwave.trainer;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.validation.ServedTest;

/**
 * What becomes of the figures when the judged records, too, are played otherwise than from both leads at the reference
 * positions: a lead missing, beats missed, the own detector. Only beats that were seen are judged.
 */
final class OtherPlays {
    private final List<CaptureVariant> variants;
    private final ServedTest test;

    /** Ready to play DS1 in all {@code variants}. */
    OtherPlays(RunOptions.Ready ready, List<CaptureVariant> variants) throws IOException {
        this.variants = List.copyOf(variants);
        this.test = new ServedTest(RecordAccess.forTraining(ready.mitdb()), ready.settings(), variants);
    }

    /** One line for each way of playing, each record judged by the model of its fold, {@code models}. */
    String judge(Map<DataSplit, byte[]> models, double temperature) throws IOException {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-24s%9s%8s%8s%8s%8s%8s%8s%10s%n",
                "played as",
                "beats",
                "S Se",
                "S +P",
                "S-F1",
                "V Se",
                "V +P",
                "V-F1",
                "accuracy"));
        for (CaptureVariant variant : variants) {
            ConfusionMatrix matrix = ConfusionMatrix.of(test.predict(models, temperature, variant));
            text.append(String.format(Locale.ROOT, "%-24s%9d", variant, matrix.total()));
            for (BeatClass beatClass : List.of(BeatClass.S, BeatClass.V)) {
                text.append(String.format(
                        Locale.ROOT,
                        "%8.2f%8.2f%8.2f",
                        100 * matrix.sensitivity(beatClass),
                        100 * matrix.positivePredictivity(beatClass),
                        100 * matrix.f1(beatClass)));
            }
            text.append(String.format(Locale.ROOT, "%10.2f%n", 100 * matrix.accuracy()));
        }
        return text.toString();
    }
}
