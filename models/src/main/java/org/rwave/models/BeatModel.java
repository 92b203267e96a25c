package org.rwave.models;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rwave.ecg.beat.Preprocessing;

/**
 * A checked model, ready to run: the trees and the ONNX Runtime session that all its classifiers share, and what the file says about
 * itself. Safe for use by many threads; close it after its classifiers.
 */
public final class BeatModel implements AutoCloseable {
    /** Name of the waveform input, {@code [batch][CHANNELS][WINDOW_SAMPLES]}. */
    public static final String WAVEFORM = "waveform";

    /** Name of the feature input, {@code [batch][FEATURES]}. */
    public static final String FEATURES = "features";

    /** Name of the output, {@code [batch][classes]}. */
    public static final String PROBABILITIES = "probabilities";

    private static final String STANDARD_RESOURCE = "standard.onnx";

    private final String source;
    private final byte[] onnx;
    private final String hash;
    private final ModelMetadata metadata;
    private final SplitModel parts;
    private final OrtSession session;

    private BeatModel(String source, byte[] onnx, ModelMetadata metadata, SplitModel parts, OrtSession session) {
        this.source = source;
        this.onnx = onnx.clone();
        this.hash = sha256(onnx);
        this.metadata = metadata;
        this.parts = parts;
        this.session = session;
    }

    /** The model that comes with this release. */
    public static BeatModel standard() {
        String source = "class path resource " + STANDARD_RESOURCE;
        try (InputStream in = BeatModel.class.getResourceAsStream(STANDARD_RESOURCE)) {
            if (in == null) {
                throw new ModelException(
                        source + " is not in this build; make one with 'rwave train', or give --model");
            }
            return of(in.readAllBytes(), source);
        } catch (IOException e) {
            throw new ModelException(source + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The model in {@code file}.
     *
     * @throws ModelException when there is no such file, it is cut short, its shapes or labels are not those of this
     *     program, or it was made for another preprocessing
     */
    public static BeatModel load(Path file) {
        try {
            return of(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ModelException("model " + file + ": no such file", e);
        } catch (IOException e) {
            throw new ModelException("model " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The model in {@code onnx}; {@code source} names it in messages. Same refusals as {@link #load}. */
    public static BeatModel of(byte[] onnx, String source) {
        SplitModel parts = split(onnx, source);
        OrtSession session = Sessions.open(parts.rest(), source);
        try {
            ModelMetadata metadata = ModelMetadata.of(session.getMetadata().getCustomMetadata(), source);
            checkIdentity(metadata, source);
            ModelShapes.check(session, parts.treeInputs(), source);
            return new BeatModel(source, onnx, metadata, parts, session);
        } catch (OrtException e) {
            Sessions.close(session);
            throw new ModelException("model " + source + " cannot be inspected: " + e.getMessage(), e);
        } catch (ModelException e) {
            Sessions.close(session);
            throw e;
        }
    }

    private static SplitModel split(byte[] onnx, String source) {
        try {
            return SplitModel.of(onnx);
        } catch (InvalidProtocolBufferException e) {
            throw Sessions.notWhole(onnx, source, e);
        }
    }

    /** SHA-256 of the file, lower-case hex: what every beat names as its model. */
    public String hash() {
        return hash;
    }

    /** A copy of the file. */
    public byte[] toOnnx() {
        return onnx.clone();
    }

    public ModelMetadata metadata() {
        return metadata;
    }

    /** Where the model came from, for messages. */
    public String source() {
        return source;
    }

    /** The trees, and the graph that {@link #session} runs. */
    SplitModel parts() {
        return parts;
    }

    OrtSession session() {
        return session;
    }

    @Override
    public void close() {
        Sessions.close(session);
    }

    private static void checkIdentity(ModelMetadata metadata, String source) {
        if (!metadata.preprocessingId().equals(Preprocessing.ID)) {
            throw new ModelException("model " + source + " was trained for preprocessing " + metadata.preprocessingId()
                    + ", this program prepares beats as " + Preprocessing.ID
                    + "; retrain it or use the matching release");
        }
        if (!metadata.labels().equals(ModelMetadata.expectedLabels())) {
            throw new ModelException("model " + source + " gives the classes " + metadata.labels()
                    + ", this program needs " + ModelMetadata.expectedLabels());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
