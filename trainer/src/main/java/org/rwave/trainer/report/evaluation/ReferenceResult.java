package org.rwave.trainer.report.evaluation;

import java.util.List;
import java.util.Map;
import org.rwave.trainer.report.figures.Estimate;

/**
 * Final labels at the reference positions of whole records.
 *
 * @param mapping {@code LITERATURE} or {@code EC57}
 * @param matrices counts of each model, {@code [model][truth][said]}, classes N, S, V, F, Q
 * @param figures by the keys of {@link BeatFigures}
 * @param without the same figures with one record left out
 */
public record ReferenceResult(
        String mapping, List<List<List<Long>>> matrices, Map<String, Estimate> figures, List<Without> without) {
    /** Figures without {@code record}, and why anybody wants them. */
    public record Without(String record, String reason, Map<String, Estimate> figures) {}
}
