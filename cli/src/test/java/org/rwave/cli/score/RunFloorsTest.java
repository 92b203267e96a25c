package org.rwave.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.Rwave;
import org.rwave.ecg.recording.TestData;

/**
 * The floors that docs/detection.md sets for runs of ventricular beats: by the rules of {@code rxr}, own detection, on the
 * 44 records of MIT-BIH without pacemakers. Sensitivity: what OSEA reaches, or more. Positive predictivity of couplets and
 * short runs is below OSEA's 97 and 85 %; those floors only keep it from getting worse.
 */
class RunFloorsTest {
    private static JsonNode runs;

    @BeforeAll
    static void annotateAndScore(@TempDir Path annotations) throws IOException {
        Path records = TestData.folder("mitdb");
        run("annotate", records.toString(), "--out", annotations.toString());
        String scored = run(
                "score",
                "--reference",
                records.toString(),
                "--test",
                annotations.toString(),
                "--except",
                "102,104,107,217",
                "--json");
        JsonNode root = new ObjectMapper().readTree(scored);
        assertThat(root.get("records")).hasSize(44);
        runs = root.at("/gross/runs/ventricular");
    }

    @Test
    void of_couplets_95_percent_are_found_and_93_percent_are_right() {
        assertThat(sensitivity("couplet", 648)).isGreaterThanOrEqualTo(95);
        assertThat(positivePredictivity("couplet")).isGreaterThanOrEqualTo(93);
    }

    @Test
    void of_short_runs_64_percent_are_found_and_70_percent_are_right() {
        assertThat(sensitivity("short", 52)).isGreaterThanOrEqualTo(64);
        assertThat(positivePredictivity("short")).isGreaterThanOrEqualTo(70);
    }

    @Test
    void of_long_runs_84_percent_are_found_and_all_but_one_are_right() {
        assertThat(sensitivity("long", 13)).isGreaterThanOrEqualTo(84);
        assertThat(positivePredictivity("long")).isGreaterThanOrEqualTo(90);
    }

    private static double sensitivity(String length, int episodes) {
        JsonNode ratio = runs.at("/" + length + "/sensitivity");
        assertThat(ratio.get("whole").asInt()).isEqualTo(episodes);
        return ratio.get("percent").asDouble();
    }

    private static double positivePredictivity(String length) {
        return runs.at("/" + length + "/positivePredictivity/percent").asDouble();
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Rwave.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        assertThat(exit).as(err.toString()).isZero();
        return out.toString();
    }
}
