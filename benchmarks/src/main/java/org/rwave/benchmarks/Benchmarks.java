package org.rwave.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks, or those named on the command line, and prints each beside its baseline. */
public final class Benchmarks {
    private static final List<Part> PARTS = List.of(
            new Part(FilterBenchmark.class, "frame of two leads", "the samples copied"),
            new Part(DetectorBenchmark.class, "conditioned sample of two leads", "the samples copied"),
            new Part(BeatBenchmark.class, "beat cut, features and all", "its window copied, 200 intervals sorted"),
            new Part(InferenceBenchmark.class, "beat classified", "the whole file in ONNX Runtime"),
            new Part(DecodeBenchmark.class, "chunk of 250 ms decoded", "its bytes copied"),
            new Part(MonitorBenchmark.class, "second of a patient, inference and all", "its samples copied"));

    private Benchmarks() {}

    /** Names as in the first column of the output; none for all. */
    public static void main(String[] names) throws Exception {
        System.out.printf("%-12s %12s %12s %8s   %s%n", "", "ns", "baseline ns", "ratio", "for a");
        for (Part part : PARTS) {
            if (names.length == 0 || Arrays.asList(names).contains(part.name())) {
                report(part, new Runner(options(part)).run());
            }
        }
        if (names.length == 0 || Arrays.asList(names).contains(StreamThreadInferences.NAME)) {
            report(StreamThreadInferences.measure());
        }
    }

    private static Options options(Part part) {
        return new OptionsBuilder()
                .include(part.benchmark().getName() + "\\.")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(6)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx512m", "-XX:+UseParallelGC", "-Dslf4j.internal.verbosity=ERROR")
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static void report(Part part, Collection<RunResult> results) {
        print(part.name(), nanos(results, "part"), nanos(results, "baseline"), part.unit(), part.baseline());
    }

    private static void report(StreamThreadInferences.Result nanos) {
        String unit = String.format(
                Locale.ROOT,
                "record with a beat's tensors, %,.0f a second in one stream thread",
                1e9 / nanos.withInference());
        print(StreamThreadInferences.NAME, nanos.withInference(), nanos.without(), unit, "the same without inference");
    }

    private static void print(String name, double own, double baseline, String unit, String baselineIs) {
        System.out.printf(
                Locale.ROOT,
                "%-12s %12.1f %12.1f %8.2f   %s; baseline: %s%n",
                name,
                own,
                baseline,
                own / baseline,
                unit,
                baselineIs);
    }

    private static double nanos(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no benchmark " + method));
    }
}
