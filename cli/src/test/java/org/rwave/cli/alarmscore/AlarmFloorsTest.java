package org.rwave.cli.alarmscore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rwave.cli.Rwave;
import org.rwave.ecg.recording.TestData;

/** The floors that docs/alarms.md sets for the alarms of the model and rules of this release. */
class AlarmFloorsTest {
    private static final List<String> TACHYARRHYTHMIAS = List.of("VENTRICULAR_TACHYCARDIA", "VENTRICULAR_FIBRILLATION");

    @Test
    void on_vfdb_85_percent_of_the_fast_lethal_episodes_are_announced_and_2_alarms_an_hour_false() throws IOException {
        JsonNode scored = score("vfdb");

        assertThat(announced(scored)).isGreaterThanOrEqualTo(0.85);
        assertThat(falseAnHour(scored)).isLessThanOrEqualTo(2);
    }

    @Test
    void on_mit_bih_one_in_ten_hours_is_false() throws IOException {
        JsonNode scored = score("mitdb");

        assertThat(announced(scored)).isGreaterThanOrEqualTo(0.8);
        assertThat(falseAnHour(scored)).isLessThanOrEqualTo(0.1);
    }

    /** Share of the episodes of tachycardia and fibrillation during which some lethal alarm was active. */
    private static double announced(JsonNode scored) {
        int part = 0;
        int whole = 0;
        for (String rhythm : TACHYARRHYTHMIAS) {
            JsonNode found = scored.at("/total/" + rhythm + "/foundByLethal");
            part += found.get("part").asInt();
            whole += found.get("whole").asInt();
        }
        assertThat(whole).isGreaterThan(10);
        return part / (double) whole;
    }

    private static double falseAnHour(JsonNode scored) {
        int alarms = 0;
        for (String rhythm : TACHYARRHYTHMIAS) {
            alarms += scored.at("/total/" + rhythm + "/alarms/FALSE").asInt();
        }
        double seconds = 0;
        for (JsonNode record : scored.get("records")) {
            seconds += record.get("quietSeconds").asDouble();
        }
        assertThat(seconds).isGreaterThan(3600);
        return alarms / (seconds / 3600);
    }

    private static JsonNode score(String database) throws IOException {
        Path records = TestData.folder(database);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Rwave.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("score-alarms", records.toString(), "--json");
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        return new ObjectMapper().readTree(out.toString());
    }
}
