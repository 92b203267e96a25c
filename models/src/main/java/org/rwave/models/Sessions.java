package org.rwave.models;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/**
 * Opens ONNX Runtime sessions the way a stream task needs them: one thread, no spinning. Parallelism comes from the
 * patients, not from inside a beat. ALL_OPT is needed for the NCHWc layout of convolutions, worth a factor of two.
 */
final class Sessions {
    private Sessions() {}

    static OrtSession open(byte[] onnx, String source) {
        NativeLibraries.unpack();
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "rwave");
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.inter_op.allow_spinning", "0");
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return environment.createSession(onnx, options);
        } catch (OrtException e) {
            throw notWhole(onnx, source, e);
        }
    }

    /** What is said of a file that cannot be read as a model. */
    static ModelException notWhole(byte[] onnx, String source, Exception cause) {
        return new ModelException(
                "model " + source + " (" + onnx.length + " bytes) is not a whole ONNX model: cut short or damaged; "
                        + "copy or train it again (" + oneLine(String.valueOf(cause.getMessage())) + ")",
                cause);
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close a session: " + e.getMessage(), e);
        }
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }
}
