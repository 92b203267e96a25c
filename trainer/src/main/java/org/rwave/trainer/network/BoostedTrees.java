package org.rwave.trainer.network;

import java.util.List;
import org.rwave.ecg.beat.BeatClass;

/**
 * Gradient-boosted trees over the features (Friedman 2001): the logit of a class is the sum of its trees' scores. They know
 * the classes N, S, V and F, in turn, a tree each; Q, of which there are a handful of beats, always has the logit {@value
 * #LOGIT_OF_Q}.
 */
public final class BoostedTrees implements EnsembleMember {
    /** Classes with trees: those before Q. Tree {@code i} belongs to class {@code i % CLASSES}. */
    public static final int CLASSES = BeatClass.Q.ordinal();

    /** The logit of Q. */
    public static final float LOGIT_OF_Q = -9;

    private final List<DecisionTree> trees;
    private final double weight;

    /** Trees in the order of boosting, a whole number of rounds; {@code weight} is theirs in an ensemble. */
    public BoostedTrees(List<DecisionTree> trees, double weight) {
        this.trees = List.copyOf(trees);
        this.weight = weight;
        if (trees.isEmpty() || trees.size() % CLASSES != 0) {
            throw new IllegalArgumentException(
                    "boosted trees come in rounds of " + CLASSES + ", one for each class, were " + trees.size());
        }
        if (!(weight > 0)) {
            throw new IllegalArgumentException("the weight of trees must be positive, was " + weight);
        }
    }

    public List<DecisionTree> trees() {
        return trees;
    }

    /** Single-precision sums in the order of the trees, as ONNX Runtime makes them. */
    @Override
    public float[] logits(int beats, float[] waveforms, float[] features) {
        int width = features.length / beats;
        float[] logits = new float[beats * BeatClass.COUNT];
        for (int beat = 0; beat < beats; beat++) {
            int at = beat * BeatClass.COUNT;
            for (int tree = 0; tree < trees.size(); tree++) {
                logits[at + tree % CLASSES] += trees.get(tree).score(features, beat * width);
            }
            logits[at + BeatClass.Q.ordinal()] = LOGIT_OF_Q;
        }
        return logits;
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public void close() {
        // nothing outside the heap
    }
}
