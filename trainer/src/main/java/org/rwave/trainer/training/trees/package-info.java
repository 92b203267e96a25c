/**
 * Gradient boosting with LightGBM (Ke et al. 2017): which beats count how much, the training itself, and its result as
 * {@code network.BoostedTrees}. In: labelled beats. Out: trees over the features. The same seed gives the same trees, bit
 * for bit.
 */
package org.rwave.trainer.training.trees;
