package org.rwave.trainer.training;

import java.util.ArrayList;
import java.util.List;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.network.TrainedNetwork;

/** Trains the members of an ensemble one after the other, each with its own seed. */
public final class EnsembleTraining {
    private EnsembleTraining() {}

    /** The ensemble, which the caller closes. Member k has the seed of {@code parameters} plus k; those
     * that see the waveform come first. */
    public static Ensemble run(HyperParameters parameters, List<LabelledBeat> beats, Progress progress) {
        List<TrainedNetwork> members = new ArrayList<>();
        for (int member = 0; member < parameters.members(); member++) {
            boolean seesWaveform = member < parameters.waveformMembers();
            members.add(
                    new NetworkTraining(parameters, seesWaveform, parameters.seed() + member, beats, progress).run());
        }
        return new Ensemble(members);
    }
}
