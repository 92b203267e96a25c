package org.rwave.trainer.report.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.evaluation.Evaluation;
import org.rwave.trainer.report.evaluation.FirstAnswers;
import org.rwave.trainer.report.figures.Estimate;

/** Labels without look-ahead. */
final class FirstAnswerSection {
    private static final List<String> LABELS =
            Arrays.stream(BeatClass.values()).map(Enum::name).toList();

    private FirstAnswerSection() {}

    static Section of(Evaluation evaluation, Numbering numbering) {
        Section section =
                new Section("first", "Provisional labels without look-ahead, literature mapping and EC57 mapping");
        FirstAnswers one = evaluation.firstAnswers().get(0);
        section.say(
                "A provisional label is stated about half a second after the R peak, before anything is known of the"
                        + " next beat; the final one waits for the next R peak. " + Shown.percent(one.stated())
                        + " % of the beats got a provisional label; for the others the next beat came first, and they count with"
                        + " their final label. " + Shown.fixed(100 * one.revised(), 2)
                        + " % of all beats were revised: their final class is another than the provisional one.");
        for (FirstAnswers answers : evaluation.firstAnswers()) {
            Map<String, Map<String, Estimate>> columns = new LinkedHashMap<>();
            columns.put("provisional", answers.first());
            columns.put("final", answers.inTheEnd());
            section.show(numbering.table(
                    "Provisional against final labels at reference positions, " + Shown.mapping(answers.mapping())
                            + ".",
                    FigureTable.of(FigureTable.main(), columns)));
        }
        return section.show(numbering.table(
                "What became of the provisional labels: provisional class in rows, final class in columns; counts.",
                MatrixTable.counts("provisional \\ final", LABELS, one.revisions())));
    }
}
