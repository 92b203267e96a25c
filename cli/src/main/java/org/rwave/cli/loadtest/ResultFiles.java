package org.rwave.cli.loadtest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/** The result of a test in files: {@code report.html}, {@code result.json} and the histograms as {@code .hgrm}. */
final class ResultFiles {
    private static final double MICROS_PER_MILLI = 1000;

    private ResultFiles() {}

    static void write(Path folder, LoadResult result, String commandLine, String machine) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.html"), HtmlReport.of(result, commandLine, machine));
        Files.writeString(folder.resolve("result.json"), LoadJson.of(result, commandLine, machine));
        Latencies latencies = result.latencies();
        histogram(folder.resolve("pipeline.hgrm"), latencies.pipeline());
        histogram(folder.resolve("physiology.hgrm"), latencies.physiology());
        histogram(folder.resolve("look-ahead.hgrm"), latencies.lookAhead());
        histogram(folder.resolve("chunk-wait.hgrm"), latencies.chunkWait());
        histogram(folder.resolve("total.hgrm"), latencies.total());
        histogram(folder.resolve("sent-late.hgrm"), result.lateness());
    }

    /** Milliseconds, as HdrHistogram's plotter reads them. */
    private static void histogram(Path file, Histogram micros) throws IOException {
        try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            micros.outputPercentileDistribution(out, MICROS_PER_MILLI);
        }
    }
}
