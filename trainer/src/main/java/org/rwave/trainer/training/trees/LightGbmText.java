package org.rwave.trainer.training.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.trainer.network.DecisionTree;

/**
 * Reads the trees from the text that LightGBM writes of a model: paragraphs that begin with {@code Tree=}, of lines {@code
 * key=values}. Branches are numbered there as in {@link DecisionTree}, and values up to the threshold go to the left.
 */
final class LightGbmText {
    /** Bit 0 of a decision's type: categories; bits 2 and 3: what counts as missing. Neither occurs here. */
    private static final int UNKNOWN_DECISIONS = 0b1101;

    private LightGbmText() {}

    /** The trees of {@code text} in order; {@code columns} says which feature each of LightGBM's columns was. */
    static List<DecisionTree> read(String text, int[] columns) {
        List<DecisionTree> trees = new ArrayList<>();
        for (String paragraph : text.split("\n\\s*\n", -1)) {
            if (paragraph.strip().startsWith("Tree=")) {
                trees.add(tree(entries(paragraph), columns));
            }
        }
        return trees;
    }

    private static Map<String, String> entries(String paragraph) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : paragraph.strip().split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                entries.put(
                        line.substring(0, equals), line.substring(equals + 1).strip());
            }
        }
        return entries;
    }

    private static DecisionTree tree(Map<String, String> entries, int[] columns) {
        String[] leafWords = words(entries, "leaf_value");
        float[] leaves = new float[leafWords.length];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            leaves[leaf] = (float) Double.parseDouble(leafWords[leaf]);
        }
        for (String type : words(entries, "decision_type")) {
            if ((Integer.parseInt(type) & UNKNOWN_DECISIONS) != 0) {
                throw new IllegalStateException("tree " + entries.get("Tree") + " decides by categories or by missing"
                        + " values (decision type " + type + "); only thresholds are known here");
            }
        }
        int[] features = Arrays.stream(integers(entries, "split_feature"))
                .map(column -> columns[column])
                .toArray();
        String[] thresholdWords = words(entries, "threshold");
        float[] thresholds = new float[thresholdWords.length];
        for (int split = 0; split < thresholds.length; split++) {
            thresholds[split] = floor(Double.parseDouble(thresholdWords[split]));
        }
        return new DecisionTree(
                features, thresholds, integers(entries, "left_child"), integers(entries, "right_child"), leaves);
    }

    /** The largest float that is at most {@code threshold}: exactly the same floats are at most either. */
    static float floor(double threshold) {
        float rounded = (float) threshold;
        return rounded > threshold ? Math.nextDown(rounded) : rounded;
    }

    private static int[] integers(Map<String, String> entries, String key) {
        return Arrays.stream(words(entries, key)).mapToInt(Integer::parseInt).toArray();
    }

    /** The values of {@code key}; none where the tree is a single leaf. */
    private static String[] words(Map<String, String> entries, String key) {
        String values = entries.getOrDefault(key, "");
        return values.isEmpty() ? new String[0] : values.split(" ", -1);
    }
}
