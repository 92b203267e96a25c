package org.rwave.benchmarks;

import java.nio.ByteBuffer;
import java.util.List;
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
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.ecg.monitor.PatientMonitor;
import org.rwave.ecg.signal.WaveformChunk;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;

/** Steps 3 to 8: a whole monitor, from its first sample on, with the default model. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MonitorBenchmark {
    private final List<WaveformChunk> chunks = Minute.chunks();
    private OnnxBeatClassifier classifier;

    @Setup
    public void open() {
        classifier = new OnnxBeatClassifier(BeatModel.standard());
    }

    @Benchmark
    @OperationsPerInvocation(Minute.SECONDS)
    public void part(Blackhole sink) {
        PatientMonitor monitor = new PatientMonitor(MonitorSettings.defaults(), classifier, chunks.get(0));
        for (WaveformChunk chunk : chunks) {
            sink.consume(monitor.accept(chunk));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Minute.SECONDS)
    public void baseline(Blackhole sink) {
        for (WaveformChunk chunk : chunks) {
            ByteBuffer samples = chunk.samples();
            byte[] copy = new byte[samples.remaining()];
            samples.get(copy);
            sink.consume(copy);
        }
    }
}
