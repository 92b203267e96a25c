package org.rwave.models;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rwave.ecg.beat.Preprocessing;

/**
 * A model file taken apart: its trees, which {@link Forest} evaluates five times as fast as ONNX Runtime does for a single
 * beat, and the rest, for which the trees' sums are further inputs. Trees that {@link TreeNode} cannot read stay in the rest.
 */
final class SplitModel {
    private final byte[] rest;
    private final Forest forest;
    private final List<String> treeInputs = new ArrayList<>();
    private final List<Integer> firstSums = new ArrayList<>();

    /** The trees of one node, which gives {@code sums} sums. */
    private record Grove(List<Tree> trees, int sums) {}

    private SplitModel(ModelProto model) {
        GraphProto.Builder graph = model.getGraph().toBuilder().clearNode();
        List<Grove> groves = new ArrayList<>();
        int sums = 0;
        for (NodeProto node : model.getGraph().getNodeList()) {
            Optional<Grove> grove = grove(node, model.getGraph());
            if (grove.isPresent()) {
                groves.add(grove.get());
                treeInputs.add(node.getOutput(0));
                firstSums.add(sums);
                graph.addInput(input(node.getOutput(0), grove.get().sums()));
                sums += grove.get().sums();
            } else {
                graph.addNode(node);
            }
        }
        firstSums.add(sums);
        rest = model.toBuilder().setGraph(graph).build().toByteArray();
        forest = new Forest(Preprocessing.FEATURES, sums, byTurns(groves));
    }

    /**
     * Takes {@code onnx} apart.
     *
     * @throws InvalidProtocolBufferException when it is not a whole ONNX file
     */
    static SplitModel of(byte[] onnx) throws InvalidProtocolBufferException {
        return new SplitModel(ModelProto.parseFrom(onnx));
    }

    private static Optional<Grove> grove(NodeProto node, GraphProto graph) {
        boolean isInside = node.getInputCount() == 1
                && node.getInput(0).equals(BeatModel.FEATURES)
                && graph.getOutputList().stream()
                        .noneMatch(output -> output.getName().equals(node.getOutput(0)));
        if (!isInside) {
            return Optional.empty();
        }
        return TreeNode.read(node)
                .map(trees -> new Grove(trees, TreeNode.targets(node)))
                .filter(grove -> grove.trees().stream()
                        .allMatch(tree -> Forest.canHold(tree, Preprocessing.FEATURES, grove.sums())));
    }

    private static ValueInfoProto input(String name, int width) {
        ValueInfoProto.Builder input = ValueInfoProto.newBuilder().setName(name);
        input.getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT.getNumber());
        input.getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .addDimBuilder()
                .setDimParam("batch");
        input.getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .addDimBuilder()
                .setDimValue(width);
        return input.build();
    }

    /** One tree of each node in turn; within a node their order stays. */
    private static List<Forest.Planted> byTurns(List<Grove> groves) {
        List<Forest.Planted> planted = new ArrayList<>();
        int longest =
                groves.stream().mapToInt(grove -> grove.trees().size()).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            int firstSum = 0;
            for (Grove grove : groves) {
                if (i < grove.trees().size()) {
                    planted.add(new Forest.Planted(grove.trees().get(i), firstSum));
                }
                firstSum += grove.sums();
            }
        }
        return planted;
    }

    /** The model without its trees, an ONNX file. */
    byte[] rest() {
        return rest.clone();
    }

    Forest forest() {
        return forest;
    }

    /** Inputs of the rest that take the forest's sums. */
    List<String> treeInputs() {
        return List.copyOf(treeInputs);
    }

    /** The forest's sums of the {@code input}-th tree input: from this one to that of the next input. */
    int firstSum(int input) {
        return firstSums.get(input);
    }
}
