package org.rwave.cli.loadtest;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** The report of a test: one page, complete in itself, that needs no network. */
final class HtmlReport {
    private static final double[] PERCENTILES = {0, 50, 75, 90, 95, 99, 99.5, 99.9, 99.99, 99.999};

    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; max-width: 900px; margin: 2em auto; padding: 0 1em; color: #222 }
            pre { background: #f5f5f3; padding: 1em; overflow-x: auto; font-size: 13px }
            svg { width: 100%; margin: 1em 0; font: 11px system-ui, sans-serif }
            svg .title { font-weight: 600; font-size: 13px } svg .grid { stroke: #ddd }
            svg .y { text-anchor: end } svg .x { text-anchor: middle }
            .passed { color: #2b6a3f } .failed { color: #a61c28 } footer { color: #777; margin-top: 3em; font-size: 13px }
            """;

    private HtmlReport() {}

    static String of(LoadResult result, String commandLine, String machine) {
        String state = result.isPassed() && result.isSustained() ? "passed" : "failed";
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<title>rwave load test</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>rwave load test</h1>\n");
        page.append("<p class=\"").append(state).append("\"><strong>").append(Html.escaped(result.verdict()));
        page.append("</strong></p>\n<pre>")
                .append(Html.escaped(commandLine))
                .append("\n")
                .append(Html.escaped(machine));
        page.append("</pre>\n<pre>").append(Html.escaped(table(result))).append("</pre>\n");
        page.append(pipelineByPercentile(result)).append(pipelineBySecond(result));
        page.append(series(result, "Beats a second", "received", s -> (double) s.beats())
                .svg());
        page.append(series(result, "Backlog, beats due and not seen", "backlog", s -> (double) s.backlog())
                .svg());
        page.append(shares(result, "Cores in use", true, 1)).append(shares(result, "Resident memory, MB", false, 1e-6));
        page.append("""
                <p>Latency counts from the moment at which a chunk was due by the sample clock, whether or not it was sent on
                time. Every beat is held against what the same monitor states offline: patient, R sample and class.</p>
                <footer>Research and education software; not a medical device.</footer></body></html>
                """);
        return page.toString();
    }

    private static String table(LoadResult result) {
        StringWriter text = new StringWriter();
        ResultTable.print(result, new PrintWriter(text));
        return text.toString().strip();
    }

    /** Equal steps for each further nine. */
    private static String pipelineByPercentile(LoadResult result) {
        Chart chart = new Chart("Pipeline by percentile, ms", "percentile");
        Histogram pipeline = result.latencies().pipeline();
        double[] x = new double[PERCENTILES.length];
        double[] y = new double[PERCENTILES.length];
        for (int i = 0; i < PERCENTILES.length; i++) {
            x[i] = -Math.log10(1 - PERCENTILES[i] / 100);
            y[i] = pipeline.getValueAtPercentile(PERCENTILES[i]) / 1e3;
        }
        for (double shown : new double[] {0, 90, 99, 99.9, 99.99, 99.999}) {
            chart.mark(-Math.log10(1 - shown / 100), shown + " %");
        }
        return chart.line("pipeline", x, y).svg();
    }

    private static String pipelineBySecond(LoadResult result) {
        return series(
                        result,
                        "Pipeline each second, ms",
                        "max",
                        s -> s.pipeline().getMaxValue() / 1e3)
                .line("p99", times(result), values(result, s -> s.pipeline().getValueAtPercentile(99) / 1e3))
                .line("p50", times(result), values(result, s -> s.pipeline().getValueAtPercentile(50) / 1e3))
                .line(
                        "sent late, max",
                        times(result),
                        values(result, s -> s.lateness().getMaxValue() / 1e3))
                .svg();
    }

    private static String shares(LoadResult result, String title, boolean isCpu, double scale) {
        Chart chart = new Chart(title, "seconds");
        List<Second.Share> names =
                result.seconds().isEmpty() ? List.of() : result.seconds().get(0).cpu();
        for (int i = 0; i < names.size(); i++) {
            int who = i;
            double[] amounts = values(
                    result,
                    s -> scale * (isCpu ? s.cpu() : s.residentBytes()).get(who).amount());
            chart.line(names.get(i).name(), times(result), amounts);
        }
        return chart.svg();
    }

    private static Chart series(LoadResult result, String title, String name, ToDoubleFunction<Second> value) {
        return new Chart(title, "seconds").line(name, times(result), values(result, value));
    }

    private static double[] times(LoadResult result) {
        return values(result, second -> Math.max(0, second.atSeconds()));
    }

    private static double[] values(LoadResult result, ToDoubleFunction<Second> value) {
        return result.seconds().stream().mapToDouble(value).toArray();
    }
}
