package org.rwave.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.Rwave;

class LoadTestCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void twenty_patients_through_a_real_broker_and_every_beat_is_accounted_for() throws Exception {
        int code = run("--patients", "20", "--simulated", "--chunk", "100ms", "--ramp", "2s", "--duration", "4s");

        assertThat(code).as("%s%s", out, err).isZero();
        assertThat(lastLine()).startsWith("PASSED: ").contains("0 lost, 0 duplicate, 0 different");
        JsonNode result = result();
        assertThat(result.path("ledger").path("expected").asLong()).isGreaterThan(60);
        assertThat(result.path("latencyMillis").path("pipeline").path("count").asLong())
                .isPositive();
        assertThat(result.path("cores").fieldNames())
                .toIterable()
                .containsExactly("producer", "observer", "load test's JVM", "broker", "processor-1");
        assertThat(folder.resolve("pipeline.hgrm")).content().contains("Percentile");
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("<svg", "PASSED")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void a_processor_that_stands_still_for_half_a_second_shows_in_the_report() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill command here: processes cannot be stopped");

        int code = run("--patients", "20", "--simulated", "--ramp", "2s", "--duration", "6s", "--freeze", "500ms");

        assertThat(code).as("%s%s", out, err).isZero();
        assertThat(lastLine()).contains("0 lost, 0 duplicate, 0 different", "the freeze of 500 ms shows");
        JsonNode pipeline = result().path("latencyMillis").path("pipeline");
        assertThat(pipeline.path("max").asDouble()).isGreaterThan(450);
        assertThat(pipeline.path("p99.9").asDouble()).isGreaterThan(400);
        List<Double> worstOfSeconds = new ArrayList<>();
        result().path("seconds")
                .forEach(second -> worstOfSeconds.add(second.path("max").asDouble()));
        assertThat(worstOfSeconds).anyMatch(max -> max > 450);
    }

    @Test
    void nonsense_is_wrong_usage_and_starts_nothing() {
        assertThat(execute("--patients", "0")).isEqualTo(2);
        assertThat(execute("--chunk", "1ms")).isEqualTo(2);
        assertThat(execute("--duration", "soon")).isEqualTo(2);
        assertThat(execute("--freeze", "500ms", "--processors", "0")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--patients must be 1 to 1000000, was 0")
                .contains("--chunk must be 10ms to 10s, was 1ms")
                .contains("\"soon\" is not a span of time")
                .contains("--freeze needs a processor of our own");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_folder_without_recordings_is_refused_in_one_line() {
        assertThat(execute("--data", folder.toString())).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("no MIT-BIH records in " + folder, "rwave data fetch mitdb");
    }

    /** Compiles lightly: the test is short. */
    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", folder.toString()));
        all.addAll(List.of("--processor-jvm", "-Xmx512m -XX:TieredStopAtLevel=1"));
        all.addAll(List.of("--broker-jvm", "-Xmx512m -XX:TieredStopAtLevel=1"));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        List<String> all = new ArrayList<>(List.of("load-test"));
        all.addAll(List.of(arguments));
        return Rwave.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private String lastLine() {
        List<String> lines = out.toString().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private JsonNode result() throws Exception {
        return new ObjectMapper().readTree(folder.resolve("result.json").toFile());
    }
}
