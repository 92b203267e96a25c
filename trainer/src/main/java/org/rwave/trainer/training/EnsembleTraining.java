package org.rwave.trainer.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rwave.trainer.checkpoint.Checkpoint;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.BoostedTrees;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.network.EnsembleMember;
import org.rwave.trainer.training.trees.TreeTraining;
import org.rwave.trainer.training.trees.TreesCheckpoint;

/** Trains the members of an ensemble one after the other, each with its own seed. */
public final class EnsembleTraining {
    private final HyperParameters parameters;
    private final Function<MemberTask, MemberStates> states;
    private final Progress progress;

    /**
     * {@code states} gives the place of each member's checkpoints.
     *
     * @throws IllegalArgumentException when there are to be trees and LightGBM does not run here
     */
    public EnsembleTraining(HyperParameters parameters, Function<MemberTask, MemberStates> states, Progress progress) {
        this.parameters = parameters;
        this.states = states;
        this.progress = progress;
        if (parameters.trees().members() > 0) {
            TreeTraining.requireLibrary();
        }
    }

    /** The ensemble, which the caller closes; what there are checkpoints of is not trained again. */
    public Ensemble run(EnsembleTask task, List<LabelledBeat> beats) throws IOException {
        List<EnsembleMember> members = new ArrayList<>();
        for (MemberTask member : task.members(parameters)) {
            members.add(train(member, beats));
        }
        return new Ensemble(members);
    }

    /** Trains one member, for its checkpoint alone. */
    public void run(MemberTask member, List<LabelledBeat> beats) throws IOException {
        train(member, beats).close();
    }

    private EnsembleMember train(MemberTask member, List<LabelledBeat> beats) throws IOException {
        if (member instanceof NetworkTask network) {
            return new NetworkTraining(parameters, network, beats, states.apply(network), progress).run();
        }
        return trees(member, beats);
    }

    private BoostedTrees trees(MemberTask task, List<LabelledBeat> beats) throws IOException {
        MemberStates place = states.apply(task);
        String shape = TreesCheckpoint.shape(parameters.trees());
        Optional<Checkpoint> saved = place.load(shape);
        if (saved.isPresent()) {
            return TreesCheckpoint.read(saved.get(), parameters.trees().weight());
        }
        TreeTraining training = new TreeTraining(
                parameters.trees(),
                parameters.ignoredFeatures(),
                parameters.normalBeatsPerEpoch(),
                parameters.classWeightPower());
        progress.networkBegins();
        BoostedTrees trees = training.run(beats, task.seed());
        place.save(shape, TreesCheckpoint.of(trees));
        progress.treesGrown(task, trees.trees().size());
        return trees;
    }
}
