package org.rwave.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.rwave.ecg.qrs.QrsDetector;

/** Step 4: R peaks on two leads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DetectorBenchmark {
    private static final boolean[] USABLE = {true, true};
    private static final int SAMPLES = 180 * Minute.SECONDS;
    private static final int RUN = 20;

    private final double[][] signal = Minute.conditioned();
    private final double[][] run = new double[2][RUN];
    private final QrsDetector detector = new QrsDetector(2);

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public void part(Blackhole sink) {
        for (int at = 0; at < SAMPLES; at += RUN) {
            copy(at);
            detector.prepare(0, run[0], RUN);
            detector.prepare(1, run[1], RUN);
            for (int i = 0; i < RUN; ) {
                i += detector.next(run, i, RUN - i, USABLE);
                sink.consume(detector.decided());
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public void baseline(Blackhole sink) {
        for (int at = 0; at < SAMPLES; at += RUN) {
            copy(at);
            sink.consume(run);
        }
    }

    private void copy(int at) {
        for (int i = 0; i < RUN; i++) {
            run[0][i] = signal[at + i][0];
            run[1][i] = signal[at + i][1];
        }
    }
}
