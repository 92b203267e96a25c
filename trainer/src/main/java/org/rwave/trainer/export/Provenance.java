package org.rwave.trainer.export;

import java.util.Locale;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.ModelMetadata;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.training.HyperParameters;
import org.rwave.trainer.training.TrainingEngine;

/** Where a model comes from, for its metadata. */
public final class Provenance {
    private Provenance() {}

    /** Of a model that is to be kept. */
    public static ModelMetadata of(
            HyperParameters parameters, DataSplit split, String dataHash, double temperature, String revision) {
        return new ModelMetadata(
                Preprocessing.ID,
                ModelMetadata.expectedLabels(),
                parameters.labels().title(),
                split.name(),
                split.recordList(),
                dataHash,
                Long.toString(parameters.seed()),
                Integer.toString(parameters.threads()),
                parameters.onOneLine(),
                String.format(Locale.ROOT, "%.4f", temperature),
                TrainingEngine.version() + "; java=" + Runtime.version().feature() + "; rwave=" + revision);
    }

    /** Of a model that lives for one fold of a cross-validation. */
    public static ModelMetadata outOfFold(HyperParameters parameters, DataSplit split) {
        return of(parameters, split, "not computed", 1, "cross-validation");
    }
}
