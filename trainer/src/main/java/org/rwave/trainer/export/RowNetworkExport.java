package org.rwave.trainer.export;

import java.util.List;
import java.util.Map;
import org.rwave.models.RowModel;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.network.RowNetwork;

/** Writes a network over heartbeat rows as an ONNX model. */
public final class RowNetworkExport {
    private RowNetworkExport() {}

    /** The bytes of the model file. */
    public static byte[] toOnnx(RowNetwork network, Map<String, String> metadata) {
        OnnxGraph graph = new OnnxGraph("rwave-heartbeat-rows");
        OnnxLayers layers = new OnnxLayers(graph);
        String rows = graph.input(RowModel.ROWS, HeartbeatRow.LENGTH);
        String plane = graph.node("Unsqueeze", List.of(rows, graph.integers(1, 2)));
        String logits = layers.dense(
                network.logits(),
                layers.dense(network.hidden(), layers.trunk(network.trunk(), plane, HeartbeatRow.LENGTH)));
        graph.node("Softmax", List.of(logits), RowModel.PROBABILITIES, OnnxGraph.integer("axis", -1));
        graph.output(RowModel.PROBABILITIES, network.shape().classes());
        return graph.toModel(metadata);
    }
}
