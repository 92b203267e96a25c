package org.rwave.trainer.report.evaluation;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.report.figures.RankingCurve;

/**
 * How well the probability of a class finds its beats.
 *
 * @param prevalence share of the beats that are of the class: the average precision of a guess
 * @param averagePrecision of each model
 * @param area under the receiver operating characteristic, of each model
 * @param points of the first model, thinned
 */
public record ClassCurve(
        BeatClass beatClass,
        long beats,
        double prevalence,
        List<Double> averagePrecision,
        List<Double> area,
        List<RankingCurve.Point> points) {}
