package org.rwave.cli.loadtest;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The result of a test as a table on the terminal. */
final class ResultTable {
    private ResultTable() {}

    static void print(LoadResult result, PrintWriter out) {
        LoadSettings settings = result.settings();
        out.println();
        line(
                out,
                "%,d patients, chunks of %.0f ms, %d s with all of them: %s",
                settings.patients(),
                result.chunkMillis(),
                settings.duration().toSeconds(),
                result.played());
        line(out, "%,.0f chunks/s in, %,.0f beats/s out", result.chunksPerSecond(), result.beatsPerSecond());
        out.println();
        line(out, "%-46s %9s %9s %9s %9s %9s", "R peak to observer, ms", "p50", "p90", "p99", "p99.9", "max");
        Latencies all = result.latencies();
        latency(out, "physiology: the detector is sure", all.physiology());
        latency(out, "look-ahead: the class sees the next beat", all.lookAhead());
        latency(out, "chunk wait: the chunk is complete", all.chunkWait());
        latency(out, "pipeline: due moment to observer", all.pipeline());
        latency(out, "all of it", all.total());
        latency(out, "(sending later than due)", result.lateness());
        out.println();
        line(out, "%-46s %9s %9s", "", "cores", "MB");
        usage(out, result);
        out.println();
        processor(out, result);
        Backlog backlog = result.backlog();
        line(
                out,
                "backlog: %.3f s of beats on average, %+.3f s over the test (noise %.3f s): %s",
                backlog.meanSeconds(),
                backlog.growthSeconds(),
                backlog.noiseSeconds(),
                backlog.isSteady() ? "steady" : "GROWING");
        out.flush();
    }

    private static void usage(PrintWriter out, LoadResult result) {
        List<Second.Share> cpu = result.cpu();
        List<Second.Share> memory = result.residentBytes();
        double cores = 0;
        for (int i = 0; i < cpu.size(); i++) {
            double bytes = memory.get(i).amount();
            cores += cpu.get(i).amount();
            line(
                    out,
                    "%-46s %9.2f %9s",
                    cpu.get(i).name(),
                    cpu.get(i).amount(),
                    bytes > 0 ? String.format(Locale.ROOT, "%,.0f", bytes / 1e6) : "-");
        }
        line(out, "%-46s %9.2f   of %d", "together", cores, Runtime.getRuntime().availableProcessors());
    }

    private static void processor(PrintWriter out, LoadResult result) {
        result.processorBytesPerPatient()
                .ifPresent(bytes -> line(
                        out,
                        "processor: resident memory grew by %.0f KB for each patient, garbage and compiled code included",
                        bytes / 1024));
        Map<String, Double> metrics = result.processorMetrics();
        double beats = metrics.getOrDefault("rwave_inference_seconds_count", 0.0);
        double snapshots = metrics.getOrDefault("rwave_snapshots_total", 0.0);
        if (beats > 0) {
            line(
                    out,
                    "processor: inference %.1f us a beat",
                    1e6 * metrics.getOrDefault("rwave_inference_seconds_sum", 0.0) / beats);
        }
        if (snapshots > 0) {
            line(
                    out,
                    "processor: %,.0f snapshots of %.1f KB and %.1f KB of waveform after them",
                    snapshots,
                    metrics.getOrDefault("rwave_snapshot_bytes_total", 0.0) / snapshots / 1024,
                    metrics.getOrDefault("rwave_snapshot_tail_bytes_total", 0.0) / snapshots / 1024);
        }
    }

    private static void latency(PrintWriter out, String name, Histogram micros) {
        line(
                out,
                "%-46s %9.1f %9.1f %9.1f %9.1f %9.1f",
                name,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(90) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
