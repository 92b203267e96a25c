package org.rwave.trainer.report.evaluation;

import java.util.List;
import java.util.Map;
import org.rwave.trainer.report.figures.Estimate;

/**
 * Labels without look-ahead (0.5 s after R) against final ones (after the next R), at reference positions. A beat whose
 * successor comes before a provisional label could be given counts with its final label.
 *
 * @param mapping {@code LITERATURE} or {@code EC57}
 * @param stated share of beats with a provisional label, mean over the models
 * @param revised share of all beats whose final class is another than the provisional one, mean over the models
 * @param first figures of the first labels, by the keys of {@link BeatFigures}
 * @param inTheEnd figures of the final labels
 * @param revisions counts of the first model, {@code [first class][final class]}, N, S, V, F, Q
 */
public record FirstAnswers(
        String mapping,
        double stated,
        double revised,
        Map<String, Estimate> first,
        Map<String, Estimate> inTheEnd,
        List<List<Long>> revisions) {}
