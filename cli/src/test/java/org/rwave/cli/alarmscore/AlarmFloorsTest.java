package org.rwave.cli.alarmscore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rwave.cli.Rwave;
import org.rwave.ecg.recording.TestData;

/** The floors that docs/alarms.md sets, with their reasons, for the alarms of the model and rules of this release. */
class AlarmFloorsTest {
    private static final List<String> TACHYARRHYTHMIAS = List.of("VENTRICULAR_TACHYCARDIA", "VENTRICULAR_FIBRILLATION");
    private static final List<String> STANDSTILL = List.of("ASYSTOLE");
    private static final List<String> RATES = List.of("EXTREME_TACHYCARDIA", "EXTREME_BRADYCARDIA");
    private static final List<String> HIGH = List.of(
            "VENTRICULAR_TACHYCARDIA",
            "VENTRICULAR_FIBRILLATION",
            "ASYSTOLE",
            "EXTREME_TACHYCARDIA",
            "EXTREME_BRADYCARDIA");

    private static final Map<String, JsonNode> SCORED = new HashMap<>();

    @Test
    void on_vfdb_85_percent_of_the_fast_lethal_episodes_are_announced_and_2_alarms_an_hour_false() throws IOException {
        JsonNode scored = score("vfdb");

        assertThat(share("foundByLethal", TACHYARRHYTHMIAS, scored)).isGreaterThanOrEqualTo(0.85);
        assertThat(falseAnHour(TACHYARRHYTHMIAS, scored)).isLessThanOrEqualTo(2);
    }

    @Test
    void on_vfdb_three_of_four_standstills_are_announced_and_one_alarm_in_four_hours_is_false() throws IOException {
        JsonNode scored = score("vfdb");

        assertThat(share("foundByLethal", STANDSTILL, scored)).isGreaterThanOrEqualTo(0.75);
        assertThat(share("found", STANDSTILL, scored)).isGreaterThanOrEqualTo(0.4);
        assertThat(share("lethalCoveredMillis", STANDSTILL, scored)).isGreaterThanOrEqualTo(0.4);
        assertThat(falseAnHour(STANDSTILL, scored)).isLessThanOrEqualTo(0.25);
    }

    @Test
    void on_mit_bih_80_percent_of_the_fast_lethal_episodes_are_announced_and_one_alarm_in_ten_hours_is_false()
            throws IOException {
        JsonNode scored = score("mitdb");

        assertThat(share("foundByLethal", TACHYARRHYTHMIAS, scored)).isGreaterThanOrEqualTo(0.8);
        assertThat(falseAnHour(TACHYARRHYTHMIAS, scored)).isLessThanOrEqualTo(0.1);
    }

    @Test
    void on_mit_bih_85_percent_of_the_standstills_are_announced_within_half_a_second_of_their_four()
            throws IOException {
        JsonNode scored = score("mitdb");

        assertThat(share("found", STANDSTILL, scored)).isGreaterThanOrEqualTo(0.85);
        assertThat(scored.at("/total/ASYSTOLE/delayPercentile95").asDouble()).isBetween(4.0, 4.5);
    }

    @Test
    void on_mit_bih_95_percent_of_the_extreme_rates_are_announced_and_one_alarm_in_ten_hours_is_false()
            throws IOException {
        JsonNode scored = score("mitdb");

        assertThat(foundByOwnOrLethal(RATES, scored)).isGreaterThanOrEqualTo(0.95);
        assertThat(falseAnHour(RATES, scored)).isLessThanOrEqualTo(0.1);
    }

    @Test
    void on_mit_bih_one_high_alarm_of_any_kind_in_four_hours_is_false() throws IOException {
        JsonNode scored = score("mitdb");

        assertThat(falseAnHour(HIGH, scored)).isLessThanOrEqualTo(0.25);
    }

    /** The share {@code figure} over all episodes of {@code rhythms}. */
    private static double share(String figure, List<String> rhythms, JsonNode scored) {
        long part = 0;
        long whole = 0;
        for (String rhythm : rhythms) {
            JsonNode ratio = scored.at("/total/" + rhythm + "/" + figure);
            part += ratio.get("part").asLong();
            whole += ratio.get("whole").asLong();
        }
        assertThat(whole).isGreaterThan(10);
        return part / (double) whole;
    }

    /** Share of the episodes of {@code rhythms} during which their own or a lethal alarm was active. */
    private static double foundByOwnOrLethal(List<String> rhythms, JsonNode scored) {
        int found = 0;
        int whole = 0;
        for (JsonNode record : scored.get("records")) {
            for (JsonNode episode : record.get("episodes")) {
                if (rhythms.contains(episode.get("rhythm").asText())) {
                    whole++;
                    boolean isByLethal = !episode.get("lethalDelay").isNull();
                    found += episode.get("isFound").asBoolean() || isByLethal ? 1 : 0;
                }
            }
        }
        assertThat(whole).isGreaterThan(10);
        return found / (double) whole;
    }

    private static double falseAnHour(List<String> rhythms, JsonNode scored) {
        int alarms = 0;
        for (String rhythm : rhythms) {
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
        if (!SCORED.containsKey(database)) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exit = Rwave.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute("score-alarms", records.toString(), "--json");
            assertThat(err.toString()).isEmpty();
            assertThat(exit).isZero();
            SCORED.put(database, new ObjectMapper().readTree(out.toString()));
        }
        return SCORED.get(database);
    }
}
