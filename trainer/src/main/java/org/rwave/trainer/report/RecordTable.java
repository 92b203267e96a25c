package org.rwave.trainer.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.figures.ConfusionMatrix;
import org.rwave.trainer.report.figures.Prediction;

/** Figures record by record: where a model fails is seen here. */
public final class RecordTable {
    private RecordTable() {}

    /** One line per record: beats, accuracy, then truth/found/false of S, V and F. */
    public static String of(List<Prediction> predictions) {
        Map<String, ConfusionMatrix> byRecord = new TreeMap<>();
        predictions.stream()
                .collect(Collectors.groupingBy(Prediction::record))
                .forEach((record, members) -> byRecord.put(record, ConfusionMatrix.of(members)));
        return of(byRecord);
    }

    /** The same of each record's matrix, in the order of the map. */
    public static String of(Map<String, ConfusionMatrix> byRecord) {
        StringBuilder text = new StringBuilder(
                "record  beats  accuracy   S true/found/false   V true/found/false   F true/found/false\n");
        byRecord.forEach((record, matrix) -> text.append(String.format(
                Locale.ROOT,
                "%-6s %6d %9.2f %20s %20s %20s%n",
                record,
                matrix.total(),
                100 * matrix.accuracy(),
                counts(matrix, BeatClass.S),
                counts(matrix, BeatClass.V),
                counts(matrix, BeatClass.F))));
        return text.toString();
    }

    private static String counts(ConfusionMatrix matrix, BeatClass beatClass) {
        long found = matrix.count(beatClass, beatClass);
        return matrix.of(beatClass) + "/" + found + "/" + (matrix.called(beatClass) - found);
    }
}
