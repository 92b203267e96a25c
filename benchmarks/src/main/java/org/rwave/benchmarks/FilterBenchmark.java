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
import org.rwave.ecg.signal.Conditioner;

/** Step 3: high-pass, low-pass and the change of rate. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterBenchmark {
    private final double[][] signal = Minute.millivolts();
    private final double[][] run = new double[2][Conditioner.LONGEST_RUN];
    private final Conditioner conditioner = new Conditioner(Minute.RATE, 2);

    @Benchmark
    @OperationsPerInvocation(Minute.FRAMES)
    public void part(Blackhole sink) {
        for (int at = 0; at < Minute.FRAMES; at += Conditioner.LONGEST_RUN) {
            sink.consume(conditioner.accept(run, copy(at)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Minute.FRAMES)
    public void baseline(Blackhole sink) {
        for (int at = 0; at < Minute.FRAMES; at += Conditioner.LONGEST_RUN) {
            sink.consume(copy(at));
            sink.consume(run);
        }
    }

    private int copy(int at) {
        int count = Math.min(Conditioner.LONGEST_RUN, Minute.FRAMES - at);
        for (int lead = 0; lead < run.length; lead++) {
            System.arraycopy(signal[lead], at, run[lead], 0, count);
        }
        return count;
    }
}
