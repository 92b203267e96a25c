package org.rwave.models;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A network over the rows of heartbeat files, for experiments with that format. It never classifies the monitor's beats:
 * those are a {@link BeatModel}'s.
 */
public final class RowModel implements AutoCloseable {
    /** Name of the input, {@code [row][value]}. */
    public static final String ROWS = "rows";

    /** Name of the output, {@code [row][class]}. */
    public static final String PROBABILITIES = "probabilities";

    /** Metadata key of the class names, comma-separated. */
    public static final String LABELS = "rwave.rows.labels";

    /** Metadata key of the settings of the training. */
    public static final String SETTINGS = "rwave.rows.settings";

    private final OrtSession session;
    private final Map<String, String> metadata;
    private final int width;

    private RowModel(OrtSession session, Map<String, String> metadata, int width) {
        this.session = session;
        this.metadata = metadata;
        this.width = width;
    }

    /**
     * The model in {@code file}.
     *
     * @throws ModelException when there is no such file or it is no network over rows
     */
    public static RowModel load(Path file) {
        try {
            return of(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ModelException("model " + file + ": no such file", e);
        } catch (IOException e) {
            throw new ModelException("model " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The model in {@code onnx}; {@code source} names it in messages. */
    public static RowModel of(byte[] onnx, String source) {
        OrtSession session = Sessions.open(onnx, source);
        try {
            Map<String, String> metadata = session.getMetadata().getCustomMetadata();
            NodeInfo input = session.getInputInfo().get(ROWS);
            if (input == null
                    || !(input.getInfo() instanceof TensorInfo info)
                    || info.getShape().length != 2
                    || !metadata.containsKey(LABELS)
                    || !metadata.containsKey(SETTINGS)) {
                throw new ModelException("model " + source
                        + " is no network over heartbeat rows; 'rwave heartbeat train'" + " makes one");
            }
            return new RowModel(session, Map.copyOf(metadata), (int) info.getShape()[1]);
        } catch (OrtException e) {
            Sessions.close(session);
            throw new ModelException("model " + source + " cannot be inspected: " + e.getMessage(), e);
        } catch (ModelException e) {
            Sessions.close(session);
            throw e;
        }
    }

    /** Class names in the order of the output. */
    public List<String> labels() {
        return List.of(metadata.get(LABELS).split(",", -1));
    }

    /** What the file says about itself. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** Probabilities {@code [row][class]} of {@code count} rows, {@code [row][value]}. */
    public float[] probabilities(int count, float[] values) {
        FloatBuffer input = ByteBuffer.allocateDirect(Float.BYTES * count * width)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        input.put(values, 0, count * width).flip();
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input, new long[] {count, width});
                OrtSession.Result result = session.run(Map.of(ROWS, tensor))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] probabilities = new float[output.remaining()];
            output.get(probabilities);
            return probabilities;
        } catch (OrtException e) {
            throw new ModelException("the model cannot be run on rows: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        Sessions.close(session);
    }
}
