package org.rwave.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.Rwave;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.alarm.AlarmPhase;
import org.rwave.models.BeatModel;
import org.rwave.models.OnnxBeatClassifier;
import org.rwave.schemas.feed.AlertId;
import org.rwave.schemas.feed.FeedId;
import picocli.CommandLine;

/** {@code rwave explain} against a real broker, and without one. */
class ExplainTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "explain-test.";

    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_alarm_is_accounted_for_and_the_same_again_until_retention_cuts_its_past() throws Exception {
        run("simulate", "--out", folder.toString(), "--scenario", "asystole", "--seed", "3");
        String ward = folder.resolve("ward").toString();
        run("simulate", "--out", ward, "--scenario", "ventricular-tachycardia", "--seed", "3", "--patients", "2");
        Map<String, LivePath.Outcome> outcomes;
        try (LivePath live = new LivePath(ENVIRONMENT.get(), PREFIX)) {
            live.replay(List.of(folder.resolve("sim1"), folder.resolve("ward/sim2")), Duration.ofMillis(250));
            outcomes = live.gather(120);
        }
        assertThatATachycardiaIsAccountedForByTheClassesOfItsBeats(outcomes.get("sim2"));
        LivePath.Outcome patient = outcomes.get("sim1");
        AlarmEvent asystole = first(AlarmKind.ASYSTOLE, patient);
        String id = id("sim1", asystole, patient);
        Path svg = folder.resolve("strip.svg");

        int exit = explain(id, "--json", "--svg", svg.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        JsonNode account = JSON.readTree(out.toString());
        assertThat(account.at("/recomputed/identical").asBoolean()).isTrue();
        assertThat(account.at("/recomputed/from").asText()).endsWith("the feed's start");
        assertThat(account.at("/rule/criteria/0/setting").asText()).isEqualTo("asystole-seconds");
        assertThat(account.at("/rule/criteria/0/measured").asDouble()).isBetween(4.0, 4.2);
        assertThat(account.at("/input/lastOffset").asLong()).isPositive();
        assertThat(account.at("/beats")).hasSizeGreaterThan(3);
        assertThat(Files.readString(svg)).contains("<svg", ">onset<", ">decided<", ">MLII<", ">V1<");

        assertThat(explain(id)).isZero();
        assertThat(out.toString())
                .contains("IDENTICAL", "Rule asystole-1", "(>= 4.00 s)", "MLII  ", "━", "Input  " + PREFIX);

        assertThat(explain(id, "--alarm-settings", stricterSettings().toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("DIFFERENT", "deciding sample was " + asystole.atSampleIndex())
                .contains("note: the alarm was raised under alarm settings ", "pass their file with --alarm-settings");

        long kept = account.at("/input/firstOffset").asLong() - 20;
        deleteBefore(account.at("/input/partition").asInt(), kept);
        explain(id);
        assertThat(out.toString()).contains("as far back as was read", "older than the topic keeps");

        deleteBefore(account.at("/input/partition").asInt(), -1);
        assertThat(explain(id)).isEqualTo(1);
        assertThat(err.toString())
                .contains("the waveform of alert " + id + " is no longer on")
                .hasLineCount(1);
    }

    private void assertThatATachycardiaIsAccountedForByTheClassesOfItsBeats(LivePath.Outcome patient) throws Exception {
        AlarmEvent tachycardia = first(AlarmKind.VENTRICULAR_TACHYCARDIA, patient);

        int exit = explain(id("sim2", tachycardia, patient), "--json");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        JsonNode account = JSON.readTree(out.toString());
        assertThat(account.at("/recomputed/identical").asBoolean()).isTrue();
        assertThat(account.at("/recomputed/notes")).hasSize(1);
        assertThat(account.at("/recomputed/notes/0").asText()).matches("(\\d+) of the \\1 published beats .*");
        try (BeatModel model = BeatModel.standard();
                OnnxBeatClassifier classifier = new OnnxBeatClassifier(model)) {
            assertThat(account.at("/modelHash").asText()).isEqualTo(classifier.modelHash());
        }
        assertThat(account.at("/beats")).hasSizeGreaterThan(5).allSatisfy(beat -> {
            double sum = 0;
            double greatest = 0;
            for (JsonNode probability : beat.get("probabilities")) {
                sum += probability.asDouble();
                greatest = Math.max(greatest, probability.asDouble());
            }
            assertThat(sum).isCloseTo(1, within(1e-3));
            assertThat(beat.get("probabilities").get(beat.get("class").asText()).asDouble())
                    .isGreaterThan(0);
            assertThat(greatest).isGreaterThan(0.2);
        });
        assertThat(account.at("/beats"))
                .filteredOn(beat -> beat.get("isEvidence").asBoolean())
                .hasSize(tachycardia.evidenceSampleIndexes().size())
                .allSatisfy(beat -> assertThat(beat.get("class").asText()).isIn("V", "F"));
    }

    private static AlarmEvent first(AlarmKind kind, LivePath.Outcome patient) {
        return patient.facts().facts().alarms().stream()
                .filter(event -> event.kind() == kind && event.phase() == AlarmPhase.START)
                .findFirst()
                .orElseThrow();
    }

    private static String id(String patientId, AlarmEvent event, LivePath.Outcome patient) {
        return new AlertId(new FeedId(patientId, patient.sourceId()), event.kind(), event.onsetSampleIndex())
                .toString();
    }

    @Test
    void what_cannot_be_explained_is_one_line() {
        assertThat(explain("nonsense")).isEqualTo(1);
        assertThat(err.toString())
                .contains("\"nonsense\" is no alert id (PATIENT/SOURCE/KIND/SAMPLE")
                .hasLineCount(1);

        assertThat(explain("p/s/TORSADE/7")).isEqualTo(1);
        assertThat(err.toString())
                .contains("there is no alarm kind \"TORSADE\"")
                .hasLineCount(1);

        assertThat(run("explain", "p/s/ASYSTOLE/7", "--bootstrap-server", "localhost:1"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no Kafka broker at localhost:1").hasLineCount(1);

        assertThat(run("explain", "nobody", "--list", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nobody").hasLineCount(1);
    }

    @Test
    void an_alarm_of_a_recording_needs_no_cluster() {
        run("simulate", "--out", folder.toString(), "--scenario", "asystole", "--seed", "3");
        String record = folder.resolve("sim1").toString();

        assertThat(run("explain", record, "--list")).isZero();
        assertThat(out.toString()).contains("HIGH   Asystole: no R peak for 4.0 s");
        assertThat(run("explain", record, "--at", "0:57")).isZero();
        assertThat(out.toString()).contains("/ASYSTOLE/", "IDENTICAL").doesNotContain("1970");
        assertThat(run("explain", record, "--alarm", "999")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no alarm 999").hasLineCount(1);
    }

    private Path stricterSettings() throws Exception {
        Path file = folder.resolve("alarms.yaml");
        Files.writeString(file, "classes:\n  adult:\n    thresholds:\n      asystole-seconds: 5\n");
        return file;
    }

    private void deleteBefore(int partition, long offset) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", ENVIRONMENT.get().bootstrapServers()))) {
            TopicPartition waveform = new TopicPartition(PREFIX + "ecg.waveform.v1", partition);
            admin.deleteRecords(Map.of(waveform, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    private int explain(String id, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "explain",
                id,
                "--topic-prefix",
                PREFIX,
                "--bootstrap-server",
                ENVIRONMENT.get().bootstrapServers(),
                "--schema-registry",
                ENVIRONMENT.get().registryUrl()));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Rwave.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
