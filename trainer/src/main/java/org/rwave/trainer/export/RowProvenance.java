package org.rwave.trainer.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rwave.models.RowModel;
import org.rwave.trainer.heartbeat.RowScore;
import org.rwave.trainer.heartbeat.RowSettings;
import org.rwave.trainer.kaggle.RowLabels;
import org.rwave.trainer.training.TrainingEngine;

/**
 * Where a model over heartbeat rows comes from, for its metadata.
 *
 * @param settings of its training
 * @param labels what its classes mean
 * @param origin what it learned from, in words
 * @param dataHash SHA-256 over the training rows
 * @param seed of everything random
 * @param threads of the training engine, on which the weights depend
 */
public record RowProvenance(
        RowSettings settings, RowLabels labels, String origin, String dataHash, long seed, int threads) {
    /** As ONNX metadata; the settings that {@link RowNetworkImport} needs are among them. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("rwave.rows.protocol", RowScore.INTRA_PATIENT);
        map.put("rwave.rows.origin", origin);
        map.put("rwave.rows.dataHash", dataHash);
        map.put("rwave.rows.seed", Long.toString(seed));
        map.put("rwave.rows.threads", Integer.toString(threads));
        map.put("rwave.rows.versions", TrainingEngine.version());
        map.put(RowModel.LABELS, String.join(",", labels.names()));
        map.put(RowModel.SETTINGS, settings.onOneLine());
        return map;
    }
}
