package org.rwave.trainer.training.trees;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import org.rwave.trainer.network.BoostedTrees;

/** Boosting in LightGBM's native library: one thread, so that the same seed gives the same trees everywhere. */
final class LightGbm {
    private LightGbm() {}

    /**
     * LightGBM's own text of the model, {@link LightGbmText}.
     *
     * @param columns features that it is given, in this order
     * @throws IllegalArgumentException when the native library does not load on this machine
     */
    static String train(TreeParameters parameters, TreeSample sample, int[] columns, long seed) {
        LightGbmLibrary.load();
        String settings = settings(parameters, seed);
        int rows = sample.beats().size();
        try (LGBMDataset data =
                LGBMDataset.createFromMat(sample.matrix(columns), rows, columns.length, true, settings, null)) {
            data.setField("label", sample.labels());
            data.setField("weight", sample.beatWeights());
            try (LGBMBooster booster = LGBMBooster.create(data, settings)) {
                boolean finished = false;
                for (int round = 0; round < parameters.rounds() && !finished; round++) {
                    finished = booster.updateOneIter(); // true: no split is worth its while any more
                }
                return booster.saveModelToString(0, 0, FeatureImportanceType.SPLIT);
            }
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM failed on " + rows + " beats: " + e.getMessage(), e);
        }
    }

    private static String settings(TreeParameters parameters, long seed) {
        return String.join(
                " ",
                "objective=multiclass",
                "num_class=" + BoostedTrees.CLASSES,
                "learning_rate=" + parameters.learningRate(),
                "num_leaves=" + parameters.leaves(),
                "feature_fraction_bynode=" + parameters.featureShare(),
                "bagging_fraction=" + parameters.beatShare(),
                "bagging_freq=1",
                "lambda_l2=" + parameters.l2(),
                "min_data_in_leaf=" + parameters.smallestLeaf(),
                "max_bin=127",
                "use_missing=false",
                "seed=" + (int) seed,
                "num_threads=1",
                "deterministic=true",
                "force_row_wise=true",
                "verbosity=-1");
    }
}
