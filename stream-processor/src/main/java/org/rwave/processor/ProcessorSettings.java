package org.rwave.processor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rwave.ecg.alarm.AlarmSettings;
import org.rwave.ecg.monitor.BeatSource;
import org.rwave.ecg.monitor.MonitorSettings;
import org.rwave.processor.alarmsettings.AlarmSettingsFile;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.topic.Topics;

/**
 * How the stream processor works. {@link #of} reads it from text and reports all problems at once; its keys are those of
 * {@link #toMap}.
 *
 * @param applicationId Kafka Streams application id: consumer group and prefix of the internal topics
 * @param topicPrefix before every topic name; empty by default
 * @param monitor how a patient is monitored: where R peaks come from, provisional beats; alarms at their defaults
 * @param alarmSettings file with the alarm settings of each patient; empty for the documented defaults
 * @param model model file; empty for the one that comes with the release
 * @param guarantee what a crash may do to the facts
 * @param threads stream threads of this instance
 * @param standbyReplicas copies of each task's state on other instances, ready to take over
 * @param replicationFactor of the changelog topic; -1 leaves it to the brokers
 * @param commitInterval time between commits: what a crash makes a successor read again and, under exactly-once, what
 *     readers wait for; each commit writes a snapshot of every patient of whom something came
 * @param linger how long the producer may collect facts before it sends them
 * @param fetchWait how long the brokers may collect chunks before they hand them over
 * @param noDataAfter silence, by the wall clock, after which the NO_DATA alarm is raised
 * @param dischargeAfter silence, by the wall clock, after which a patient's state is dropped
 * @param maxHeld with reference beats: how much waveform of one patient may wait for its annotations
 * @param warmUp how much simulated ECG is played before the start, see {@link WarmUp}
 * @param metricsPort port of {@code /metrics} and {@code /health}, 0 for any free one; empty for none
 */
public record ProcessorSettings(
        String applicationId,
        String topicPrefix,
        MonitorSettings monitor,
        Optional<Path> alarmSettings,
        Optional<Path> model,
        Guarantee guarantee,
        int threads,
        int standbyReplicas,
        int replicationFactor,
        Duration commitInterval,
        Duration linger,
        Duration fetchWait,
        Duration noDataAfter,
        Duration dischargeAfter,
        Duration maxHeld,
        Duration warmUp,
        OptionalInt metricsPort) {
    private static final Duration ONE_MILLI = Duration.ofMillis(1);

    /** All defaults. */
    public static ProcessorSettings defaults() {
        return of(Map.of());
    }

    /**
     * Reads settings; what is absent has its default.
     *
     * @throws SettingsException naming every unknown key and every value that breaks its rule
     */
    public static ProcessorSettings of(Map<String, String> values) {
        SettingsReader in = new SettingsReader(values);
        Guarantee guarantee = in.choice("guarantee", Guarantee.AT_LEAST_ONCE);
        ProcessorSettings settings = new ProcessorSettings(
                in.text("application-id", "rwave-processor"),
                in.optionalText("topic-prefix").orElse(""),
                new MonitorSettings(
                        in.choice("beats", BeatSource.DETECTOR),
                        in.flag("provisional-beats", false),
                        AlarmSettings.defaults()),
                in.optionalText("alarm-settings").map(Path::of),
                in.optionalText("model").map(Path::of),
                guarantee,
                in.number("threads", 1, 1, 256),
                in.number("standby-replicas", 0, 0, 10),
                in.number("replication-factor", -1, -1, 100),
                in.duration("commit-interval", defaultCommitInterval(guarantee), ONE_MILLI, Duration.ofMinutes(1)),
                in.duration("linger", Duration.ofMillis(2), Duration.ZERO, Duration.ofMillis(100)),
                in.duration("fetch-wait", Duration.ZERO, Duration.ZERO, Duration.ofMillis(100)),
                in.duration("no-data-after", Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofHours(1)),
                in.duration("discharge-after", Duration.ofMinutes(15), Duration.ofSeconds(10), Duration.ofDays(7)),
                in.duration("max-held", Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofHours(1)),
                in.duration("warm-up", WarmUp.ENOUGH, Duration.ZERO, Duration.ofHours(24)),
                in.optionalNumber("metrics-port", 0, 65_535));
        in.require(
                settings.dischargeAfter.compareTo(settings.noDataAfter) > 0,
                "discharge-after must be longer than no-data-after");
        in.require(settings.replicationFactor != 0, "replication-factor must be -1 or at least 1, was '0'");
        in.require(
                settings.topicPrefix.matches("[a-zA-Z0-9._-]{0,100}"),
                "topic-prefix must be at most 100 of a-z A-Z 0-9 . _ -, was '" + settings.topicPrefix + "'");
        in.require(
                settings.applicationId.matches("[a-zA-Z0-9._-]{1,100}"),
                "application-id must be 1 to 100 of a-z A-Z 0-9 . _ -, was '" + settings.applicationId + "'");
        in.finish();
        return settings;
    }

    /**
     * Under at-least-once a longer interval costs nothing in latency, for facts are seen before they are committed, and
     * saves writing snapshots. Under exactly-once readers wait for it. ADR 20 has the figures.
     */
    private static Duration defaultCommitInterval(Guarantee guarantee) {
        return guarantee == Guarantee.AT_LEAST_ONCE ? Duration.ofSeconds(10) : Duration.ofMillis(100);
    }

    /** The same as text, by key: what {@link #of} would read. */
    public Map<String, String> toMap() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("application-id", applicationId);
        values.put("topic-prefix", topicPrefix);
        values.put("beats", SettingsReader.text(monitor.beatSource()));
        values.put("provisional-beats", Boolean.toString(monitor.provisionalBeats()));
        values.put("alarm-settings", alarmSettings.map(Path::toString).orElse(""));
        values.put("model", model.map(Path::toString).orElse(""));
        values.put("guarantee", SettingsReader.text(guarantee));
        values.put("threads", Integer.toString(threads));
        values.put("standby-replicas", Integer.toString(standbyReplicas));
        values.put("replication-factor", Integer.toString(replicationFactor));
        values.put("commit-interval", SettingsReader.text(commitInterval));
        values.put("linger", SettingsReader.text(linger));
        values.put("fetch-wait", SettingsReader.text(fetchWait));
        values.put("no-data-after", SettingsReader.text(noDataAfter));
        values.put("discharge-after", SettingsReader.text(dischargeAfter));
        values.put("max-held", SettingsReader.text(maxHeld));
        values.put("warm-up", SettingsReader.text(warmUp));
        values.put("metrics-port", metricsPort.isPresent() ? Integer.toString(metricsPort.getAsInt()) : "");
        values.values().removeIf(String::isEmpty);
        return values;
    }

    /**
     * Reads the file that {@link #alarmSettings} names, or gives the defaults.
     *
     * @throws org.rwave.processor.alarmsettings.BadAlarmSettings naming every problem with its line
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    public WardAlarmSettings readAlarmSettings() {
        return alarmSettings.map(AlarmSettingsFile::read).orElseGet(WardAlarmSettings::defaults);
    }

    /** Whether R peaks come from the reference annotations. */
    boolean isReferenceMode() {
        return monitor.beatSource() == BeatSource.REFERENCE;
    }

    /** The topics under the prefix. */
    Topics topics() {
        return Topics.withPrefix(topicPrefix);
    }
}
