package org.rwave.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.models.BeatModel;
import org.rwave.models.GoldenBeats;
import org.rwave.models.GoldenBeats.GoldenBeat;
import org.rwave.models.OnnxBeatClassifier;

/** Step 6: one beat at a time; the baseline gives ONNX Runtime the whole file, trees and all, with pinned buffers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InferenceBenchmark {
    private static final int BEATS = 20;

    private final FloatBuffer waveform = direct(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES);
    private final FloatBuffer features = direct(Preprocessing.FEATURES);
    private final FloatBuffer answer = direct(BeatClass.COUNT);
    private List<GoldenBeat> beats;
    private OnnxBeatClassifier classifier;
    private OrtSession whole;
    private Map<String, OnnxTensor> inputs;
    private Map<String, OnnxTensor> outputs;

    @Setup
    public void open() throws IOException, OrtException {
        beats = GoldenBeats.standard();
        BeatModel model = BeatModel.standard();
        classifier = new OnnxBeatClassifier(model);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        whole = environment.createSession(model.toOnnx(), options);
        long[] window = {1, Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES};
        inputs = Map.of(
                BeatModel.WAVEFORM,
                OnnxTensor.createTensor(environment, waveform, window),
                BeatModel.FEATURES,
                OnnxTensor.createTensor(environment, features, new long[] {1, Preprocessing.FEATURES}));
        outputs = Map.of(
                BeatModel.PROBABILITIES, OnnxTensor.createTensor(environment, answer, new long[] {1, BeatClass.COUNT}));
    }

    @Benchmark
    @OperationsPerInvocation(BEATS)
    public void part(Blackhole sink) {
        for (int i = 0; i < BEATS; i++) {
            sink.consume(classifier.classify(beats.get(i).input()));
        }
    }

    @Benchmark
    @OperationsPerInvocation(BEATS)
    public void baseline(Blackhole sink) throws OrtException {
        for (int i = 0; i < BEATS; i++) {
            beats.get(i).input().copyWaveformTo(waveform.rewind());
            beats.get(i).input().copyFeaturesTo(features.rewind());
            whole.run(inputs, outputs).close();
            sink.consume(answer.get(0));
        }
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(Float.BYTES * floats)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
