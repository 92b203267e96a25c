package org.rwave.trainer.training.trees;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.BoostedTrees;

/**
 * The beats that trees learn from: all S, V and F beats and a drawn share of the N beats; no Q. A class weighs its count to
 * the power of -p, where N counts at most as often as an epoch of a network shows it, and F, most of whose beats are one
 * patient's, weighs no more than S. N weighs 1.
 */
final class TreeSample {
    private final List<LabelledBeat> beats;
    private final double[] weights;

    /**
     * Draws a sample.
     *
     * @param normalAtMost the largest count of N in its weight; 0: no bound
     * @param power p
     */
    TreeSample(
            List<LabelledBeat> all, TreeParameters.NormalShares shares, int normalAtMost, double power, Random random) {
        beats = all.stream()
                .filter(beat -> beat.label() != BeatClass.Q)
                .filter(beat -> beat.label() != BeatClass.N || random.nextDouble() < shares.of(beat.origin()))
                .toList();
        weights = weights(normalAtMost, power);
    }

    private double[] weights(int normalAtMost, double power) {
        double[] count = new double[BoostedTrees.CLASSES];
        beats.forEach(beat -> count[beat.label().ordinal()]++);
        int normal = BeatClass.N.ordinal();
        double normals = normalAtMost == 0 ? count[normal] : Math.min(count[normal], normalAtMost);
        double[] weight = new double[BoostedTrees.CLASSES];
        for (int c = 0; c < weight.length; c++) {
            weight[c] = c == normal ? 1 : Math.pow(Math.max(1, count[c]) / Math.max(1, normals), -power);
        }
        int fusion = BeatClass.F.ordinal();
        if (count[BeatClass.S.ordinal()] > 0) {
            weight[fusion] = Math.min(weight[fusion], weight[BeatClass.S.ordinal()]);
        }
        return weight;
    }

    List<LabelledBeat> beats() {
        return beats;
    }

    /** How much a beat of {@code beatClass} counts; N counts 1. */
    double weightOf(BeatClass beatClass) {
        return weights[beatClass.ordinal()];
    }

    /**
     * The features {@code columns} of all beats, {@code [beat][column]}.
     *
     * @throws IllegalArgumentException when one is not a number: trees would send it somewhere, and ONNX Runtime elsewhere
     */
    float[] matrix(int[] columns) {
        float[] matrix = new float[beats.size() * columns.length];
        int at = 0;
        for (LabelledBeat beat : beats) {
            float[] features = beat.features();
            for (int column : columns) {
                if (Float.isNaN(features[column])) {
                    throw new IllegalArgumentException("feature " + column + " of the beat at sample "
                            + beat.sampleIndex() + " of record " + beat.record() + " is not a number");
                }
                matrix[at++] = features[column];
            }
        }
        return matrix;
    }

    float[] labels() {
        return perBeat(BeatClass::ordinal);
    }

    float[] beatWeights() {
        return perBeat(this::weightOf);
    }

    private float[] perBeat(ToDoubleFunction<BeatClass> value) {
        float[] values = new float[beats.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(beats.get(i).label());
        }
        return values;
    }

    /** The features that are not {@code ignored}, ascending. */
    static int[] columnsWithout(Set<Integer> ignored) {
        return IntStream.range(0, Preprocessing.FEATURES)
                .filter(feature -> !ignored.contains(feature))
                .toArray();
    }
}
