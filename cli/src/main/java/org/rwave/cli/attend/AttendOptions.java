package org.rwave.cli.attend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.rwave.cli.KafkaOptions;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.ecg.alarm.AlarmCommand.Action;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.feed.AlertCommandMapping;
import org.rwave.schemas.feed.AlertId;
import org.rwave.schemas.topic.Topics;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What both commands have in common: which alarm, who, why. */
final class AttendOptions {
    @Mixin
    private KafkaOptions kafka;

    @ArgGroup(multiplicity = "1")
    private Which which;

    private static final class Which {
        @Parameters(paramLabel = "ALERT", arity = "1", description = "Id of the alarm, as 'rwave alerts' prints it.")
        private String alertId;

        @Option(
                names = "--patient",
                paramLabel = "ID",
                description = "All alarms, active or latched, that the patient has at this moment.")
        private String patientId;
    }

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who: account or work station.")
    private String by;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; may be left out.")
    private String reason;

    @Option(
            names = "--command-id",
            paramLabel = "ID",
            description =
                    "To send a command again that may have arrived: the same id is the same command (default: new).")
    private String commandId;

    @Option(names = "--topic-prefix", paramLabel = "TEXT", defaultValue = "", description = "Before every topic name.")
    private String topicPrefix;

    KafkaOptions kafka() {
        return kafka;
    }

    Topics topics() {
        return Topics.withPrefix(topicPrefix);
    }

    /**
     * The command to send, issued now.
     *
     * @throws IllegalArgumentException when the alert id is none or a text is too long
     */
    AlertCommand command(Action action, long silenceMicros) {
        Optional<AlertId> alert = Optional.ofNullable(which.alertId).map(AlertId::parse);
        AlertCommand command = AlertCommandMapping.toAvro(
                alert.map(id -> id.feed().patientId()).orElse(which.patientId),
                new AlarmCommand(
                        commandId == null ? UUID.randomUUID().toString() : commandId,
                        alert.map(AlertId::alarm),
                        action,
                        by,
                        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
                        reason,
                        silenceMicros));
        AlertCommandMapping.fromAvro(command); // what the processor would refuse is refused here
        return command;
    }
}
