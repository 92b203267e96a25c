package org.rwave.models;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the trees of a node {@value #OPERATOR} (ONNX, domain ai.onnx.ml, version 3) in its plain form: sums of scores,
 * splits by "at most", one score a leaf. Whatever else the operator knows is not read, and stays with ONNX Runtime.
 */
final class TreeNode {
    private static final String OPERATOR = "TreeEnsembleRegressor";
    private static final ByteString SPLIT = ByteString.copyFromUtf8("BRANCH_LEQ");
    private static final ByteString LEAF = ByteString.copyFromUtf8("LEAF");
    private static final Set<String> PLAIN = Set.of(
            "n_targets",
            "nodes_treeids",
            "nodes_nodeids",
            "nodes_modes",
            "nodes_featureids",
            "nodes_values",
            "nodes_truenodeids",
            "nodes_falsenodeids",
            "target_treeids",
            "target_nodeids",
            "target_ids",
            "target_weights");

    private record Place(long tree, long node) {}

    private final Map<String, AttributeProto> attributes;
    private final Map<Place, Integer> nodes = new HashMap<>();
    private final Map<Place, Integer> scores = new HashMap<>();
    private int nodesLeft;

    private TreeNode(NodeProto node) {
        attributes = node.getAttributeList().stream()
                .collect(Collectors.toMap(AttributeProto::getName, Function.identity()));
        for (int i = 0; i < attribute("nodes_nodeids").getIntsCount(); i++) {
            nodes.put(place("nodes", i), i);
        }
        for (int i = 0; i < attribute("target_nodeids").getIntsCount(); i++) {
            scores.put(place("target", i), i);
        }
        nodesLeft = nodes.size();
    }

    /** The trees of {@code node} in their order; empty when it has none or is not of the plain form. */
    static Optional<List<Tree>> read(NodeProto node) {
        boolean isPlain = node.getOpType().equals(OPERATOR)
                && node.getAttributeList().stream()
                        .map(AttributeProto::getName)
                        .collect(Collectors.toSet())
                        .equals(PLAIN);
        return isPlain ? new TreeNode(node).trees() : Optional.empty();
    }

    /** Sums that {@code node}, which {@link #read} has read, gives. */
    static int targets(NodeProto node) {
        return new TreeNode(node).targets();
    }

    private int targets() {
        return (int) attribute("n_targets").getI();
    }

    private Optional<List<Tree>> trees() {
        boolean hasOneScoreALeaf = scores.size() == attribute("target_weights").getFloatsCount();
        List<Tree> trees = new ArrayList<>();
        int at = 0;
        while (hasOneScoreALeaf && nodesLeft > 0) {
            Tree tree = branch(place("nodes", at));
            if (tree == null) {
                return Optional.empty();
            }
            trees.add(tree);
            at = nodes.size() - nodesLeft;
        }
        return trees.isEmpty() ? Optional.empty() : Optional.of(trees);
    }

    /** What hangs at {@code place}; null when it is not of the plain form. The nodes of a tree must follow each other. */
    private Tree branch(Place place) {
        Integer at = nodes.get(place);
        if (at == null || nodesLeft-- <= 0) {
            return null;
        }
        ByteString mode = attribute("nodes_modes").getStrings(at);
        if (mode.equals(LEAF)) {
            return leaf(scores.get(place));
        }
        Tree lower = mode.equals(SPLIT) ? branch(next(place, "nodes_truenodeids", at)) : null;
        Tree higher = lower == null ? null : branch(next(place, "nodes_falsenodeids", at));
        return higher == null
                ? null
                : new Tree.Split(
                        (int) attribute("nodes_featureids").getInts(at),
                        attribute("nodes_values").getFloats(at),
                        lower,
                        higher);
    }

    private Tree leaf(Integer score) {
        return score == null
                ? null
                : new Tree.Leaf(
                        (int) attribute("target_ids").getInts(score),
                        attribute("target_weights").getFloats(score));
    }

    private Place next(Place from, String branch, int at) {
        return new Place(from.tree, attribute(branch).getInts(at));
    }

    private Place place(String table, int i) {
        return new Place(
                attribute(table + "_treeids").getInts(i),
                attribute(table + "_nodeids").getInts(i));
    }

    private AttributeProto attribute(String name) {
        return attributes.get(name);
    }
}
