package org.rwave.trainer.report.evaluation;

import java.util.List;
import java.util.Map;
import org.rwave.trainer.report.figures.Estimate;

/**
 * Own detection and classification together, beat by beat as {@code bxb} compares.
 *
 * @param mapping {@code LITERATURE} or {@code EC57}
 * @param fromSeconds start of the test period
 * @param matchMillis largest distance of two annotations of the same beat
 * @param matrices counts of each model, {@code [model][truth][said]}, N, S, V, F, Q, O (no beat), X (shut down)
 * @param figures by the keys of {@link DetectionFigures}
 */
public record DetectionResult(
        String mapping,
        long fromSeconds,
        long matchMillis,
        List<List<List<Long>>> matrices,
        Map<String, Estimate> figures) {}
