package org.rwave.trainer.report.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;

/** One model's confusion matrix of each record, in the order of the records. */
record RecordMatrices(Map<String, ConfusionMatrix> byRecord) {
    static RecordMatrices of(List<Prediction> predictions) {
        Map<String, List<Prediction>> groups = new LinkedHashMap<>();
        predictions.forEach(
                prediction -> groups.computeIfAbsent(prediction.record(), record -> new java.util.ArrayList<>())
                        .add(prediction));
        Map<String, ConfusionMatrix> byRecord = new LinkedHashMap<>();
        groups.forEach((record, members) -> byRecord.put(record, ConfusionMatrix.of(members)));
        return new RecordMatrices(byRecord);
    }

    List<ConfusionMatrix> all() {
        return List.copyOf(byRecord.values());
    }

    List<ConfusionMatrix> without(String record) {
        return byRecord.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(record))
                .map(Map.Entry::getValue)
                .toList();
    }

    ConfusionMatrix sum() {
        return all().stream().reduce(ConfusionMatrix.EMPTY, ConfusionMatrix::plus);
    }
}
