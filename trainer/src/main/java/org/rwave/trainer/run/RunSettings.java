package org.rwave.trainer.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.training.EnsembleTask;
import org.rwave.trainer.training.HyperParameters;

/**
 * What a run is to do.
 *
 * @param folds parts of DS1 for cross-validation
 * @param seeds how many times, with seeds 1000 apart
 * @param crossValidateEach whether every seed is cross-validated, or the first alone
 * @param out path of the models without ending; empty when none are kept
 * @param revision of the source
 */
public record RunSettings(
        HyperParameters parameters,
        List<DataSplit> folds,
        int seeds,
        boolean crossValidateEach,
        String out,
        String revision) {
    private static final long SEED_STEP = 1000;

    public RunSettings {
        folds = List.copyOf(folds);
        if (seeds < 1) {
            throw new IllegalArgumentException("--seeds must be at least 1, was " + seeds);
        }
    }

    /** The seeds of the models. */
    public List<Long> seedNumbers() {
        return LongStream.range(0, seeds)
                .map(k -> parameters.seed() + SEED_STEP * k)
                .boxed()
                .toList();
    }

    /** The ensembles that judge the folds, for one seed. */
    public List<EnsembleTask> crossValidation(long seed) {
        return folds.stream()
                .map(fold -> new EnsembleTask(fold.name() + " seed " + seed, DataSplit.DS1.without(fold), fold, seed))
                .toList();
    }

    /** The model that learns from all of DS1, for one seed. */
    public EnsembleTask model(long seed) {
        return new EnsembleTask("DS1 seed " + seed, DataSplit.DS1, new DataSplit("nothing", List.of()), seed);
    }

    /** Everything, in order. */
    public List<EnsembleTask> plan() {
        List<EnsembleTask> plan = new ArrayList<>();
        for (long seed : seedNumbers()) {
            if (crossValidateEach || seed == parameters.seed()) {
                plan.addAll(crossValidation(seed));
            }
            if (!out.isEmpty()) {
                plan.add(model(seed));
            }
        }
        return plan;
    }
}
