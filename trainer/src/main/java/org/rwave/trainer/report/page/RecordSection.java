package org.rwave.trainer.report.page;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.RecordResult;
import org.rwave.trainer.report.figures.ConfusionMatrix;

/** Record by record. */
final class RecordSection {
    private static final List<BeatClass> CLASSES = List.of(BeatClass.N, BeatClass.S, BeatClass.V, BeatClass.F);

    private RecordSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        HeatTable table = HeatTable.withColumns(List.of(
                "record", "beats", "accuracy", "F1 N", "F1 S", "S", "F1 V", "V", "F1 F", "F", "QRS Se", "QRS +P"));
        for (RecordResult record : evaluation.records()) {
            row(record, table);
        }
        return new Section("records", "Record by record, literature mapping")
                .show(numbering.table(
                        "Reference positions, whole records, literature (e, j to N) mapping; QRS from the raw waveform."
                                + " Per cent, shaded by value. Beside each F1 stand the beats of the class: true / found"
                                + " / false. No F1 is given where a record has no beat of the class.",
                        table.draw()));
    }

    private static void row(RecordResult record, HeatTable table) {
        ConfusionMatrix matrix = ConfusionMatrix.ofRows(record.matrix());
        table.row(record.record()).cell(Shown.count(matrix.total()));
        table.cell(Shown.percent(matrix.accuracy()), matrix.accuracy(), "");
        for (BeatClass beatClass : CLASSES) {
            boolean isThere = matrix.of(beatClass) > 0;
            double f1 = isThere ? matrix.f1(beatClass) : Double.NaN;
            String counts = counts(matrix, beatClass);
            table.cell(isThere ? Shown.percent(f1) : "", f1, counts);
            if (beatClass != BeatClass.N) {
                table.cell(counts);
            }
        }
        double se = record.qrsFound() / (double) (record.qrsFound() + record.qrsMissed());
        double ppv = record.qrsFound() / (double) (record.qrsFound() + record.qrsExtra());
        table.cell(Shown.fixed(100 * se, 2), nearOne(se), record.qrsMissed() + " missed");
        table.cell(Shown.fixed(100 * ppv, 2), nearOne(ppv), record.qrsExtra() + " extra");
    }

    /** Detection is good everywhere, so its shade runs from 98 % to 100 %. */
    private static double nearOne(double share) {
        return Math.max(0, (share - 0.98) / 0.02);
    }

    private static String counts(ConfusionMatrix matrix, BeatClass beatClass) {
        long found = matrix.count(beatClass, beatClass);
        long wrong = matrix.called(beatClass) - found;
        return matrix.of(beatClass) + wrong == 0 ? "" : matrix.of(beatClass) + " / " + found + " / " + wrong;
    }
}
