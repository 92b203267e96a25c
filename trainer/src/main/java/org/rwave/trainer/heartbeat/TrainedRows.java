package org.rwave.trainer.heartbeat;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.nio.FloatBuffer;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.network.RowNetwork;

/** A network over rows in the training engine. Closing it releases its weights. */
public final class TrainedRows implements AutoCloseable {
    private final Model model;
    private final RowNetwork network;

    private TrainedRows(Model model, RowNetwork network) {
        this.model = model;
        this.network = network;
    }

    /** Gives {@code network} a place in the engine. */
    static TrainedRows of(RowNetwork network) {
        Model model = Model.newInstance("rows", Device.cpu(), "PyTorch");
        model.setBlock(network);
        return new TrainedRows(model, network);
    }

    /** As {@link #of}, its weights drawn and ready to be overwritten. */
    public static TrainedRows initialised(RowNetwork network) {
        TrainedRows rows = of(network);
        network.initialize(rows.model.getNDManager(), DataType.FLOAT32, new Shape(1, 1, HeartbeatRow.LENGTH));
        return rows;
    }

    public RowNetwork network() {
        return network;
    }

    Model model() {
        return model;
    }

    /** Probabilities {@code [row][class]} of {@code count} rows {@code [row][value]}. */
    public float[] probabilities(int count, float[] values) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            NDArray rows = manager.create(
                    FloatBuffer.wrap(values), new Shape(count, 1, HeartbeatRow.LENGTH), DataType.FLOAT32);
            return network.forward(new ParameterStore(manager, false), new NDList(rows), false)
                    .singletonOrThrow()
                    .softmax(-1)
                    .toFloatArray();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
