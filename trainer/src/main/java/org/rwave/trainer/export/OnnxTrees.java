package org.rwave.trainer.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.trainer.network.BoostedTrees;
import org.rwave.trainer.network.DecisionTree;

/**
 * Boosted trees as one node {@value #OPERATOR}, written and read back. In each tree the splits come first, as they are
 * numbered, then the leaves. The logit of Q is a last tree of one leaf: ONNX Runtime 1.23.2 leaves a class without trees at
 * 0, whatever its {@code base_values} say.
 */
final class OnnxTrees {
    static final String OPERATOR = "TreeEnsembleRegressor";

    private static final DecisionTree CONSTANT_OF_Q =
            new DecisionTree(new int[0], new float[0], new int[0], new int[0], new float[] {BoostedTrees.LOGIT_OF_Q});

    private static final String SPLIT = "BRANCH_LEQ";
    private static final String LEAF = "LEAF";

    private final List<Long> trees = new ArrayList<>();
    private final List<Long> nodes = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Long> features = new ArrayList<>();
    private final List<Float> thresholds = new ArrayList<>();
    private final List<Long> lower = new ArrayList<>();
    private final List<Long> higher = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Long> leafClasses = new ArrayList<>();
    private final List<Float> leafScores = new ArrayList<>();

    private OnnxTrees() {}

    /** Adds {@code member} to {@code graph}; gives its logits, {@code [batch][class]}. */
    static String write(BoostedTrees member, OnnxGraph graph, String features) {
        OnnxTrees written = new OnnxTrees();
        for (int tree = 0; tree < member.trees().size(); tree++) {
            written.add(tree, tree % BoostedTrees.CLASSES, member.trees().get(tree));
        }
        written.add(member.trees().size(), BeatClass.Q.ordinal(), CONSTANT_OF_Q);
        return graph.mlNode(OPERATOR, List.of(features), written.attributes());
    }

    private void add(long number, long beatClass, DecisionTree tree) {
        int splits = tree.splits();
        for (int split = 0; split < splits; split++) {
            addNode(number, split, SPLIT, tree.feature(split), tree.threshold(split));
            lower.add(nodeOf(tree.lower(split), splits));
            higher.add(nodeOf(tree.higher(split), splits));
        }
        for (int leaf = 0; leaf <= splits; leaf++) {
            addNode(number, splits + leaf, LEAF, 0, 0);
            lower.add(0L);
            higher.add(0L);
            leafTrees.add(number);
            leafNodes.add((long) splits + leaf);
            leafClasses.add(beatClass);
            leafScores.add(tree.leaf(leaf));
        }
    }

    private void addNode(long tree, long node, String mode, long feature, float threshold) {
        trees.add(tree);
        nodes.add(node);
        modes.add(mode);
        features.add(feature);
        thresholds.add(threshold);
    }

    private static long nodeOf(int branch, int splits) {
        return branch >= 0 ? branch : splits + ~branch;
    }

    private List<AttributeProto> attributes() {
        return List.of(
                OnnxGraph.integer("n_targets", BeatClass.COUNT),
                integers("nodes_treeids", trees),
                integers("nodes_nodeids", nodes),
                OnnxGraph.strings("nodes_modes", modes),
                integers("nodes_featureids", features),
                OnnxGraph.floats("nodes_values", thresholds),
                integers("nodes_truenodeids", lower),
                integers("nodes_falsenodeids", higher),
                integers("target_treeids", leafTrees),
                integers("target_nodeids", leafNodes),
                integers("target_ids", leafClasses),
                OnnxGraph.floats("target_weights", leafScores));
    }

    private static AttributeProto integers(String name, List<Long> values) {
        return OnnxGraph.integers(
                name, values.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * The trees in {@code node}, which {@link #write} wrote.
     *
     * @throws IOException when they are not trees over the classes that this program knows
     */
    static BoostedTrees read(NodeProto node, double weight) throws IOException {
        try {
            return new BoostedTrees(trees(node), weight);
        } catch (IllegalArgumentException e) {
            throw new IOException("the model's trees cannot be read back: " + e.getMessage(), e);
        }
    }

    private static List<DecisionTree> trees(NodeProto node) {
        Map<String, AttributeProto> attributes = node.getAttributeList().stream()
                .collect(Collectors.toMap(AttributeProto::getName, Function.identity()));
        List<Long> owners = attributes.get("nodes_treeids").getIntsList();
        List<DecisionTree> trees = new ArrayList<>();
        int leaves = 0;
        for (int from = 0; from < owners.size(); ) {
            int to = from;
            while (to < owners.size() && owners.get(to).equals(owners.get(from))) {
                to++;
            }
            trees.add(tree(attributes, from, (to - from) / 2, leaves));
            leaves += (to - from) / 2 + 1;
            from = to;
        }
        trees.remove(trees.size() - 1); // the constant of Q
        return trees;
    }

    private static DecisionTree tree(Map<String, AttributeProto> attributes, int from, int splits, int firstLeaf) {
        int[] features = new int[splits];
        float[] thresholds = new float[splits];
        int[] lower = new int[splits];
        int[] higher = new int[splits];
        for (int split = 0; split < splits; split++) {
            features[split] = (int) attributes.get("nodes_featureids").getInts(from + split);
            thresholds[split] = attributes.get("nodes_values").getFloats(from + split);
            lower[split] = branchTo(attributes.get("nodes_truenodeids").getInts(from + split), splits);
            higher[split] = branchTo(attributes.get("nodes_falsenodeids").getInts(from + split), splits);
        }
        float[] scores = new float[splits + 1];
        for (int leaf = 0; leaf <= splits; leaf++) {
            scores[leaf] = attributes.get("target_weights").getFloats(firstLeaf + leaf);
        }
        return new DecisionTree(features, thresholds, lower, higher, scores);
    }

    private static int branchTo(long node, int splits) {
        return (int) (node < splits ? node : ~(node - splits));
    }
}
