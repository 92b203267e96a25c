package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.training.HyperParameters;

/** Captures the beats of DS1 and of simulated patients, with a line for each variant and the time it took. */
final class Capture {
    private Capture() {}

    static TrainingData of(HyperParameters parameters, Path mitdb, int threads, PrintStream out) throws IOException {
        TrainingData.Plan plan = new TrainingData.Plan(
                DataSplit.DS1, parameters.labels(), parameters.variants(), parameters.simulated(), threads);
        long[] last = {System.nanoTime()};
        return TrainingData.capture(RecordAccess.forTraining(mitdb), plan, (what, beats) -> {
            long now = System.nanoTime();
            out.printf(Locale.ROOT, "captured %d beats of %s in %.1f s%n", beats, what, (now - last[0]) * 1e-9);
            last[0] = now;
        });
    }
}
