package org.rwave.trainer;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rwave.models.BeatModel;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.RecordAccess;
import org.rwave.trainer.report.Ds2Log;
import org.rwave.trainer.report.EvaluationText;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.IntraPatient;
import org.rwave.trainer.report.evaluation.Origin;
import org.rwave.trainer.validation.TestedModel;

/** An evaluation that leaves its trace: its entry is begun before the records are opened, and ends with its result. */
final class LoggedEvaluation {
    private final Ds2Log log;
    private final DataSplit split;
    private final PrintStream out;

    LoggedEvaluation(Ds2Log log, DataSplit split, PrintStream out) {
        this.log = log;
        this.split = split;
        this.out = out;
    }

    /** The door to the records, opened when the entry is begun. */
    @FunctionalInterface
    interface Door {
        RecordAccess open() throws IOException;
    }

    /** Tests {@code models}, which the caller closes, at {@code now} by {@code command}. */
    Evaluation run(
            List<BeatModel> models,
            Instant now,
            String command,
            Door door,
            Function<List<TestedModel>, Origin> origin,
            List<IntraPatient> intraPatient)
            throws IOException {
        log.begin(now, models.stream().map(BeatModel::hash).collect(Collectors.joining("`, `")), command);
        List<TestedModel> tested = new ArrayList<>();
        try {
            models.forEach(model -> tested.add(TestedModel.one(model, EvaluationRun.played(split))));
            EvaluationRun.Result result =
                    new EvaluationRun(door.open(), split, out).run(tested, origin.apply(tested), intraPatient);
            String text = EvaluationText.of(result.evaluation(), result.pairsOfFirst());
            out.print(text);
            log.result(text);
            return result.evaluation();
        } finally {
            tested.forEach(TestedModel::close);
        }
    }
}
