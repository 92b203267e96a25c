package org.rwave.trainer.training;

import java.util.ArrayList;
import java.util.List;
import org.rwave.trainer.data.DataSplit;

/**
 * An ensemble to train.
 *
 * @param name unlike all others of a run
 * @param learnsFrom records whose beats it sees
 * @param judgedOn records that it is tried on afterwards; none for a model that is kept
 * @param seed of its first member
 */
public record EnsembleTask(String name, DataSplit learnsFrom, DataSplit judgedOn, long seed) {
    /** Its networks; member k has this seed plus k, and those that see the waveform come first. */
    public List<NetworkTask> networks(HyperParameters parameters) {
        List<NetworkTask> networks = new ArrayList<>();
        for (int member = 0; member < parameters.members(); member++) {
            networks.add(new NetworkTask(name, member, member < parameters.waveformMembers(), seed + member));
        }
        return networks;
    }

    /** Its boosted trees, whose seeds come after those of the networks. */
    public List<TreeTask> trees(HyperParameters parameters) {
        List<TreeTask> trees = new ArrayList<>();
        for (int member = 0; member < parameters.trees().members(); member++) {
            trees.add(new TreeTask(name, member, seed + parameters.members() + member));
        }
        return trees;
    }

    /** All its members: networks, then trees. */
    public List<MemberTask> members(HyperParameters parameters) {
        List<MemberTask> members = new ArrayList<>(networks(parameters));
        members.addAll(trees(parameters));
        return members;
    }
}
