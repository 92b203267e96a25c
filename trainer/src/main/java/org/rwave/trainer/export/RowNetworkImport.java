package org.rwave.trainer.export;

import java.io.IOException;
import org.rwave.models.RowModel;
import org.rwave.trainer.heartbeat.RowSettings;
import org.rwave.trainer.heartbeat.TrainedRows;
import org.rwave.trainer.network.RowNetwork;
import org.rwave.trainer.network.RowNetworkShape;

/** Brings a model over heartbeat rows back into the training engine. */
public final class RowNetworkImport {
    private RowNetworkImport() {}

    /**
     * Reads {@code onnx}, which must have been checked as a {@link RowModel}; the caller closes the network.
     *
     * @throws IOException when it was not written by this version's exporter
     */
    public static TrainedRows read(byte[] onnx) throws IOException {
        ConstantReader constants = ConstantReader.of(onnx);
        RowSettings settings = RowSettings.parse(constants.metadata().get(RowModel.SETTINGS));
        int classes = constants.metadata().get(RowModel.LABELS).split(",", -1).length;
        RowNetwork network =
                new RowNetwork(new RowNetworkShape(settings.trunk(), settings.hiddenUnits(), classes), 0, true);
        TrainedRows rows = TrainedRows.initialised(network);
        constants.restore(network.trunk());
        constants.restore(network.hidden());
        constants.restore(network.logits());
        return rows;
    }
}
