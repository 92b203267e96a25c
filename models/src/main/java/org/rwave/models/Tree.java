package org.rwave.models;

/** A decision tree over a beat's features, or a branch of one. */
sealed interface Tree {
    /** Beats whose {@code feature} is at most {@code threshold} go down {@code lower}, all others down {@code higher}. */
    record Split(int feature, float threshold, Tree lower, Tree higher) implements Tree {
        @Override
        public int leaves() {
            return lower.leaves() + higher.leaves();
        }
    }

    /** Adds {@code score} to the sum of {@code target}. */
    record Leaf(int target, float score) implements Tree {
        @Override
        public int leaves() {
            return 1;
        }
    }

    int leaves();
}
