package org.rwave.trainer.training.trees;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.BoostedTrees;

/**
 * Trains boosted trees.
 *
 * @param parameters of the trees
 * @param ignored features that they are not given
 * @param normalAtMost the count of N in its weight, at most; 0: no bound
 * @param classWeightPower the weight of a class is its count to the power of minus this
 */
public record TreeTraining(TreeParameters parameters, Set<Integer> ignored, int normalAtMost, double classWeightPower) {
    public TreeTraining {
        ignored = Set.copyOf(ignored);
    }

    /**
     * Finds out before hours of training whether trees can be trained here at all.
     *
     * @throws IllegalArgumentException when LightGBM does not run here
     */
    public static void requireLibrary() {
        LightGbmLibrary.load();
    }

    /**
     * Trees that learned from {@code beats}; everything random follows from {@code seed}.
     *
     * @throws IllegalArgumentException when LightGBM does not run here, or there is no beat to learn from
     */
    public BoostedTrees run(List<LabelledBeat> beats, long seed) {
        TreeSample sample =
                new TreeSample(beats, parameters.normal(), normalAtMost, classWeightPower, new Random(seed));
        if (sample.beats().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no beat for trees to learn from; trees.normalShare.* may be too small");
        }
        int[] columns = TreeSample.columnsWithout(ignored);
        String text = LightGbm.train(parameters, sample, columns, seed);
        return new BoostedTrees(LightGbmText.read(text, columns), parameters.weight());
    }
}
