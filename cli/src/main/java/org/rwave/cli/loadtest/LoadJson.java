package org.rwave.cli.loadtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The result of a test as one JSON object; latencies in milliseconds, CPU in cores, memory in bytes. */
final class LoadJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private LoadJson() {}

    static String of(LoadResult result, String commandLine, String machine) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("verdict", result.verdict()).put("passed", result.isPassed()).put("sustained", result.isSustained());
        root.put("command", commandLine).put("machine", machine);
        LoadSettings settings = result.settings();
        root.put("patients", settings.patients()).put("chunkMillis", result.chunkMillis());
        root.put("durationSeconds", settings.duration().toMillis() / 1e3);
        root.put("rampSeconds", settings.ramp().toMillis() / 1e3).put("played", result.played());
        Ledger.Totals totals = result.totals();
        root.putObject("ledger")
                .put("expected", totals.expected())
                .put("lost", totals.lost())
                .put("duplicate", totals.duplicate())
                .put("different", totals.different());
        latencies(root.putObject("latencyMillis"), result);
        Backlog backlog = result.backlog();
        root.putObject("backlogSeconds")
                .put("mean", backlog.meanSeconds())
                .put("growth", backlog.growthSeconds())
                .put("noise", backlog.noiseSeconds());
        root.put("chunksPerSecond", result.chunksPerSecond()).put("beatsPerSecond", result.beatsPerSecond());
        shares(root.putObject("cores"), result.cpu());
        shares(root.putObject("residentBytes"), result.residentBytes());
        result.processorBytesPerPatient().ifPresent(bytes -> root.put("processorBytesPerPatient", bytes));
        ObjectNode metrics = root.putObject("processorMetrics");
        new TreeMap<>(result.processorMetrics()).forEach(metrics::put);
        result.seconds().forEach(second -> second(root.withArray("seconds").addObject(), second));
        return JSON.writeValueAsString(root);
    }

    private static void latencies(ObjectNode into, LoadResult result) {
        Latencies latencies = result.latencies();
        latency(into.putObject("physiology"), latencies.physiology());
        latency(into.putObject("lookAhead"), latencies.lookAhead());
        latency(into.putObject("chunkWait"), latencies.chunkWait());
        latency(into.putObject("pipeline"), latencies.pipeline());
        latency(into.putObject("total"), latencies.total());
        latency(into.putObject("sentLate"), result.lateness());
    }

    private static void latency(ObjectNode into, Histogram micros) {
        into.put("count", micros.getTotalCount()).put("mean", micros.getMean() / 1e3);
        for (double percentile : new double[] {50, 90, 99, 99.9}) {
            String name = "p" + (percentile == Math.rint(percentile) ? "" + (int) percentile : "" + percentile);
            into.put(name, micros.getValueAtPercentile(percentile) / 1e3);
        }
        into.put("max", micros.getMaxValue() / 1e3);
    }

    private static void second(ObjectNode into, Second second) {
        into.put("at", second.atSeconds()).put("steady", second.steady()).put("chunks", second.chunks());
        into.put("beats", second.beats()).put("backlog", second.backlog());
        into.put("p50", second.pipeline().getValueAtPercentile(50) / 1e3);
        into.put("p99", second.pipeline().getValueAtPercentile(99) / 1e3);
        into.put("max", second.pipeline().getMaxValue() / 1e3);
        into.put("sentLate", second.lateness().getMaxValue() / 1e3);
        shares(into.putObject("cores"), second.cpu());
        shares(into.putObject("residentBytes"), second.residentBytes());
    }

    private static void shares(ObjectNode into, List<Second.Share> shares) {
        shares.forEach(share -> into.put(share.name(), share.amount()));
    }
}
