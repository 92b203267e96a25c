package org.rwave.schemas.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.ReferenceAnnotations;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.feed.FeedChunk;
import org.rwave.schemas.serde.Compatibility;
import org.rwave.schemas.serde.RecordFormat;
import org.rwave.schemas.serde.Registry;

/** The catalogue: every topic of the system. A prefix lets several systems share one cluster. */
public final class Topics {
    private static final Duration RAW = Duration.ofDays(1); // 10,000 patients write 1 TB a day
    private static final Duration FACTS = Duration.ofDays(7);
    private static final Duration ALARMS = Duration.ofDays(30);

    private final Topic<FeedChunk> waveform;
    private final Topic<ReferenceAnnotations> reference;
    private final Topic<Beat> beats;
    private final Topic<Vitals> vitals;
    private final Topic<Alert> alerts;
    private final Topic<AlertCommand> alertCommands;
    private final String rejects;

    private Topics(String prefix) {
        waveform = topic(prefix + "ecg.waveform.v1", RecordFormat.waveform(), RAW);
        reference = topic(prefix + "ecg.reference.v1", RecordFormat.reference(), RAW);
        beats = topic(prefix + "ecg.beats.v1", RecordFormat.beat(), FACTS);
        vitals = topic(prefix + "ecg.vitals.v1", RecordFormat.vitals(), FACTS);
        // Alerts are what others build upon: old readers must read new alerts too.
        alerts = new Topic<>(prefix + "ecg.alerts.v1", RecordFormat.alert(), Compatibility.FULL_TRANSITIVE, ALARMS);
        alertCommands = topic(prefix + "ecg.alert-commands.v1", RecordFormat.alertCommand(), ALARMS);
        rejects = prefix + "ecg.rejects.v1";
    }

    private static <T> Topic<T> topic(String name, RecordFormat<T> format, Duration retention) {
        return new Topic<>(name, format, Compatibility.BACKWARD_TRANSITIVE, retention);
    }

    /** The topics under their own names. */
    public static Topics standard() {
        return new Topics("");
    }

    /** The topics with {@code prefix} before each name, for instance {@code ward3.}. */
    public static Topics withPrefix(String prefix) {
        if (!prefix.matches("[a-zA-Z0-9._-]{0,100}")) {
            throw new IllegalArgumentException(
                    "topic prefix must be at most 100 of a-z A-Z 0-9 . _ -, was '" + prefix + "'");
        }
        return new Topics(prefix);
    }

    public Topic<FeedChunk> waveform() {
        return waveform;
    }

    public Topic<ReferenceAnnotations> reference() {
        return reference;
    }

    public Topic<Beat> beats() {
        return beats;
    }

    public Topic<Vitals> vitals() {
        return vitals;
    }

    public Topic<Alert> alerts() {
        return alerts;
    }

    public Topic<AlertCommand> alertCommands() {
        return alertCommands;
    }

    /** Name of the topic of unreadable records: the original bytes, with the {@link RejectHeaders}. */
    public String rejects() {
        return rejects;
    }

    /** The topics that have a schema. */
    public List<Topic<?>> withSchema() {
        return List.of(waveform, reference, beats, vitals, alerts, alertCommands);
    }

    /** Every topic with its settings for Kafka. */
    public Map<String, Map<String, String>> configs() {
        Map<String, Map<String, String>> configs = new LinkedHashMap<>();
        withSchema().forEach(topic -> configs.put(topic.name(), topic.config()));
        Map<String, String> roomy = new LinkedHashMap<>(Topic.config(FACTS));
        roomy.put("max.message.bytes", "2097152"); // a reject is the input, which may be 1 MB, and its cause
        configs.put(rejects, roomy);
        return configs;
    }

    /** Registers every schema and how it may evolve. */
    public void register(Registry registry) {
        withSchema().forEach(topic -> topic.register(registry));
    }
}
