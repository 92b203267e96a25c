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
     * Reads {@code onnx}, which must have been checked as a {@link RowModel}; the caller closes the network. {@code source}
     * names it in messages.
     *
     * @throws IOException when it was not written by this version's exporter
     */
    public static TrainedRows read(byte[] onnx, String source) throws IOException {
        ConstantReader constants = ConstantReader.of(onnx);
        RowSettings settings = settings(constants, source);
        int classes = constants.metadata().get(RowModel.LABELS).split(",", -1).length;
        RowNetwork network =
                new RowNetwork(new RowNetworkShape(settings.trunk(), settings.hiddenUnits(), classes), 0, true);
        TrainedRows rows = TrainedRows.initialised(network);
        constants.restore(network.trunk());
        constants.restore(network.hidden());
        constants.restore(network.logits());
        return rows;
    }

    private static RowSettings settings(ConstantReader constants, String source) throws IOException {
        try {
            return RowSettings.parse(constants.metadata().get(RowModel.SETTINGS));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "model " + source + " was not written by this version's 'rwave heartbeat train': " + e.getMessage(),
                    e);
        }
    }
}
