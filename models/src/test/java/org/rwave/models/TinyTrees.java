package org.rwave.models;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Random;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;

/** A tree node as trainers write it: each tree has three splits and four leaves and belongs to one class. */
final class TinyTrees {
    static final String DOMAIN = "ai.onnx.ml";

    private static final int NODES = 7;
    private static final int SPLITS = 3;
    private static final int LEAVES = 4;

    private TinyTrees() {}

    static NodeProto node(String output, int trees, long seed) {
        Random random = new Random(seed);
        NodeProto.Builder node = NodeProto.newBuilder()
                .setDomain(DOMAIN)
                .setOpType("TreeEnsembleRegressor")
                .addInput(BeatModel.FEATURES)
                .addOutput(output)
                .addAttribute(
                        attribute("n_targets", AttributeProto.AttributeType.INT).setI(BeatClass.COUNT));
        for (String name : new String[] {
            "nodes_treeids",
            "nodes_nodeids",
            "nodes_featureids",
            "nodes_truenodeids",
            "nodes_falsenodeids",
            "target_treeids",
            "target_nodeids",
            "target_ids"
        }) {
            AttributeProto.Builder values = attribute(name, AttributeProto.AttributeType.INTS);
            boolean isOfNodes = name.startsWith("nodes");
            for (int i = 0; i < trees * (isOfNodes ? NODES : LEAVES); i++) {
                values.addInts(isOfNodes ? ofNode(name, i, random) : ofLeaf(name, i));
            }
            node.addAttribute(values);
        }
        AttributeProto.Builder modes = attribute("nodes_modes", AttributeProto.AttributeType.STRINGS);
        AttributeProto.Builder thresholds = attribute("nodes_values", AttributeProto.AttributeType.FLOATS);
        AttributeProto.Builder scores = attribute("target_weights", AttributeProto.AttributeType.FLOATS);
        for (int i = 0; i < trees * NODES; i++) {
            modes.addStrings(ByteString.copyFromUtf8(i % NODES < SPLITS ? "BRANCH_LEQ" : "LEAF"));
            thresholds.addFloats((float) random.nextGaussian());
        }
        for (int i = 0; i < trees * LEAVES; i++) {
            scores.addFloats((float) random.nextGaussian());
        }
        return node.addAllAttribute(Arrays.asList(modes.build(), thresholds.build(), scores.build()))
                .build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    /** Split 0 leads to splits 1 and 2, these to the leaves 3 to 6. */
    private static long ofNode(String name, int i, Random random) {
        int node = i % NODES;
        return switch (name) {
            case "nodes_treeids" -> i / NODES;
            case "nodes_nodeids" -> node;
            case "nodes_featureids" -> node < SPLITS ? random.nextInt(Preprocessing.FEATURES) : 0;
            case "nodes_truenodeids" -> node < SPLITS ? 2 * node + 1 : 0;
            default -> node < SPLITS ? 2 * node + 2 : 0;
        };
    }

    private static long ofLeaf(String name, int i) {
        return switch (name) {
            case "target_treeids" -> i / LEAVES;
            case "target_nodeids" -> SPLITS + i % LEAVES;
            default -> i / LEAVES % BeatClass.COUNT;
        };
    }
}
