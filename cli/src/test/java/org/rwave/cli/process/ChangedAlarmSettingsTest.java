package org.rwave.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rwave.cli.e2e.LiveWard;
import org.rwave.cli.e2e.SharedEnvironment;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.ecg.simulate.Scenario;
import org.rwave.processor.ProcessorSettings;
import org.rwave.processor.StreamProcessor;
import org.rwave.processor.alarmsettings.AlarmSettingsFile;
import org.rwave.processor.alarmsettings.AlarmSettingsWatch;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertPhase;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.feed.FeedChunk;
import org.slf4j.LoggerFactory;

/** One patient with an asystole every half minute, on a real broker, while somebody edits the file of alarm settings. */
class ChangedAlarmSettingsTest {
    private static final String PREFIX = "settings.";
    private static final String WITHOUT_ASYSTOLE = "classes:\n  adult:\n    alarms: {asystole: off}\n";
    private static final String BROKEN =
            "classes:\n  adult:\n    alarms: {asystol: on}\n    thresholds: {asystole-seconds: 400}\n";
    private static final String WITH_ASYSTOLE = "classes:\n  adult:\n    thresholds: {asystole-seconds: 5}\n";
    private static final int PART_SECONDS = 30;
    private static final int PART_CHUNKS = 2 * PART_SECONDS;
    private static final int PARTS = 12;

    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void a_good_file_is_followed_and_a_broken_one_leaves_the_running_settings_and_lists_its_problems()
            throws Exception {
        Path file = Files.writeString(folder.resolve("ward.yaml"), WITHOUT_ASYSTOLE);
        ProcessorSettings settings = ProcessorSettings.of(Map.of(
                "application-id",
                "settings",
                "topic-prefix",
                PREFIX,
                "alarm-settings",
                file.toString(),
                "metrics-port",
                "0"));
        try (LiveWard ward = new LiveWard(ENVIRONMENT.get(), PREFIX);
                StreamProcessor processor = StreamProcessor.start(settings, ward.kafka(), LiveWard::allNormal)) {
            List<FeedChunk> chunks = ward.chunks("p", asystoleInEveryPart());
            int port = processor.metricsPort().orElseThrow();
            play(chunks, 0, ward);

            Files.writeString(file, BROKEN);
            await().atMost(Duration.ofSeconds(30)).until(() -> metrics(port).contains("alarm_settings_good 0.0"));
            play(chunks, 1, ward);

            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.contains("ward.yaml:3: ") && line.contains("asystol"))
                    .anyMatch(line -> line.contains("ward.yaml:4: ") && line.contains("400"));
            assertThat(get(port, "/health/ready")).contains("alarm settings: the file cannot be used");
            assertThat(ward.alerts(AlarmKind.ASYSTOLE)).isEmpty();

            Files.writeString(file, WITH_ASYSTOLE);
            await().atMost(Duration.ofSeconds(30)).until(() -> metrics(port).contains("alarm_settings_good 1.0"));
            for (int part = 2; part < PARTS && ward.alerts(AlarmKind.ASYSTOLE).isEmpty(); part++) {
                play(chunks, part, ward); // stream threads take the settings over once a second, by the wall clock
            }

            List<Alert> said = ward.alerts(AlarmKind.ASYSTOLE);
            assertThat(said).extracting(Alert::getPhase).containsExactly(AlertPhase.START, AlertPhase.END);
            assertThat(said.get(0).getSettingsFingerprint())
                    .isEqualTo(AlarmSettingsFile.parse("ward.yaml", WITH_ASYSTOLE)
                            .of("p")
                            .fingerprint());
            assertThat(said.get(0).getMessage())
                    .as("5 s by the file, or what had passed of the silence when it was taken over")
                    .containsPattern("no R peak for [5-7]\\.\\d s");
            assertThat(ward.vitals())
                    .as("nobody has begun anew")
                    .extracting(Vitals::getMonitoring)
                    .containsSubsequence(false, true)
                    .doesNotContainSubsequence(true, false);
        }
    }

    private static Scenario asystoleInEveryPart() {
        Scenario.Builder scenario = Scenario.builder();
        for (int part = 0; part < PARTS; part++) {
            scenario.sinus(75, Duration.ofSeconds(15))
                    .asystole(Duration.ofSeconds(7))
                    .sinus(75, Duration.ofSeconds(PART_SECONDS - 22));
        }
        return scenario.build();
    }

    /** Publishes one part and waits until all of it has been processed. */
    private static void play(List<FeedChunk> chunks, int part, LiveWard ward) {
        int end = Math.min(chunks.size(), (part + 1) * PART_CHUNKS);
        ward.publish(chunks.subList(part * PART_CHUNKS, end));
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ward.vitals().size() == end / 2);
    }

    private static String metrics(int port) throws IOException, InterruptedException {
        return get(port, "/metrics");
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(AlarmSettingsWatch.class);
    }
}
