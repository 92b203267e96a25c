package org.rwave.trainer.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.network.EnsembleMember;
import org.rwave.trainer.network.TrainedNetwork;
import org.rwave.trainer.training.trees.TreeTraining;

/** Trains the members of an ensemble one after the other, each with its own seed. */
public final class EnsembleTraining {
    private final HyperParameters parameters;
    private final Function<NetworkTask, NetworkStates> states;
    private final Progress progress;

    /**
     * {@code states} gives the place of each network's checkpoints.
     *
     * @throws IllegalArgumentException when there are to be trees and LightGBM does not run here
     */
    public EnsembleTraining(
            HyperParameters parameters, Function<NetworkTask, NetworkStates> states, Progress progress) {
        this.parameters = parameters;
        this.states = states;
        this.progress = progress;
        if (parameters.trees().members() > 0) {
            TreeTraining.requireLibrary();
        }
    }

    /** The ensemble, which the caller closes; what there are checkpoints of is not trained again. Trees come last; they take seconds
     * and have none. */
    public Ensemble run(EnsembleTask task, List<LabelledBeat> beats) throws IOException {
        List<EnsembleMember> members = new ArrayList<>();
        for (NetworkTask network : task.networks(parameters)) {
            members.add(train(network, beats));
        }
        members.addAll(trees(task, beats));
        return new Ensemble(members);
    }

    /** Trains one network, for its checkpoint alone. */
    public void run(NetworkTask network, List<LabelledBeat> beats) throws IOException {
        train(network, beats).close();
    }

    private TrainedNetwork train(NetworkTask network, List<LabelledBeat> beats) throws IOException {
        return new NetworkTraining(parameters, network, beats, states.apply(network), progress).run();
    }

    private List<EnsembleMember> trees(EnsembleTask task, List<LabelledBeat> beats) {
        TreeTraining training = new TreeTraining(
                parameters.trees(),
                parameters.ignoredFeatures(),
                parameters.normalBeatsPerEpoch(),
                parameters.classWeightPower());
        List<EnsembleMember> members = new ArrayList<>();
        for (int member = 0; member < parameters.trees().members(); member++) {
            members.add(training.run(beats, task.seed() + parameters.members() + member));
        }
        return members;
    }
}
