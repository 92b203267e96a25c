package org.rwave.trainer.training;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.Ensemble;

/** Trains an ensemble without a word. */
final class SilentTraining {
    private SilentTraining() {}

    static Ensemble run(HyperParameters parameters, List<LabelledBeat> beats) throws IOException {
        return run(parameters, beats, network -> MemberStates.NOWHERE);
    }

    static Ensemble run(HyperParameters parameters, List<LabelledBeat> beats, Function<MemberTask, MemberStates> states)
            throws IOException {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Progress progress =
                new Progress(silent, parameters.epochs(), 1, () -> new Progress.Left(0, 0, 0), System::nanoTime);
        DataSplit nobody = new DataSplit("nobody", List.of());
        return new EnsembleTraining(parameters, states, progress)
                .run(new EnsembleTask("test", nobody, nobody, parameters.seed()), beats);
    }
}
