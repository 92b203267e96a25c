package org.rwave.trainer.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.network.TrainedNetwork;

/** Trains the members of an ensemble one after the other, each with its own seed. */
public final class EnsembleTraining {
    private final HyperParameters parameters;
    private final Function<NetworkTask, NetworkStates> states;
    private final Progress progress;

    /** {@code states} gives the place of each network's checkpoints. */
    public EnsembleTraining(
            HyperParameters parameters, Function<NetworkTask, NetworkStates> states, Progress progress) {
        this.parameters = parameters;
        this.states = states;
        this.progress = progress;
    }

    /** The ensemble, which the caller closes; what there are checkpoints of is not trained again. */
    public Ensemble run(EnsembleTask task, List<LabelledBeat> beats) throws IOException {
        List<TrainedNetwork> members = new ArrayList<>();
        for (NetworkTask network : task.networks(parameters)) {
            members.add(train(network, beats));
        }
        return new Ensemble(members);
    }

    /** Trains one network, for its checkpoint alone. */
    public void run(NetworkTask network, List<LabelledBeat> beats) throws IOException {
        train(network, beats).close();
    }

    private TrainedNetwork train(NetworkTask network, List<LabelledBeat> beats) throws IOException {
        return new NetworkTraining(parameters, network, beats, states.apply(network), progress).run();
    }
}
