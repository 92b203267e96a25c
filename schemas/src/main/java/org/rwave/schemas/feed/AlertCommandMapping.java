package org.rwave.schemas.feed;

import java.util.Optional;
import org.rwave.ecg.alarm.AlarmCommand;
import org.rwave.ecg.alarm.AlarmCommand.Action;
import org.rwave.schemas.avro.AlertAction;
import org.rwave.schemas.avro.AlertCommand;

/** {@code AlertCommand} of Avro to {@link AlarmCommand} and back. */
public final class AlertCommandMapping {
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_REASON_CHARACTERS = 2_000;
    private static final long DAY_MILLIS = 86_400_000L;

    private AlertCommandMapping() {}

    /** The command as published, for an alarm or all alarms of {@code patientId}. */
    public static AlertCommand toAvro(String patientId, AlarmCommand command) {
        return new AlertCommand(
                command.commandId(),
                command.alarm()
                        .map(alarm -> new AlertId(
                                        new FeedId(patientId, alarm.sourceId()), alarm.kind(), alarm.onsetSampleIndex())
                                .toString())
                        .orElse(""),
                patientId,
                command.alarm().map(alarm -> alarm.sourceId()).orElse(""),
                Checks.constant("action", AlertAction.class, command.action().name()),
                command.by(),
                Times.instant(command.issuedAtEpochMicros()),
                command.reason(),
                command.action() == Action.SILENCE ? command.silenceMicros() / 1000 : null);
    }

    /**
     * The command as its sender meant it.
     *
     * @throws IllegalArgumentException naming the field that breaks its rule
     */
    public static AlarmCommand fromAvro(AlertCommand avro) {
        requireLength("commandId", avro.getCommandId(), MOST_CHARACTERS);
        requireLength("issuedBy", avro.getIssuedBy(), MOST_CHARACTERS);
        if (avro.getReason().length() > MOST_REASON_CHARACTERS) {
            throw new IllegalArgumentException("reason must have at most " + MOST_REASON_CHARACTERS + " characters");
        }
        Optional<AlertId> alert =
                Optional.of(avro.getAlertId()).filter(id -> !id.isEmpty()).map(AlertId::parse);
        alert.ifPresent(id -> requireOwn(id, avro));
        Action action = Checks.constant("action", Action.class, avro.getAction().name());
        Long silence = avro.getSilenceMillis();
        boolean fits =
                action == Action.SILENCE ? silence != null && silence > 0 && silence <= DAY_MILLIS : silence == null;
        if (!fits) {
            throw new IllegalArgumentException(
                    "silenceMillis must be 1 to " + DAY_MILLIS + " with SILENCE and null else, was " + silence);
        }
        return new AlarmCommand(
                avro.getCommandId(),
                alert.map(AlertId::alarm),
                action,
                avro.getIssuedBy(),
                Times.epochMicros("issuedAt", avro.getIssuedAt()),
                avro.getReason(),
                silence == null ? 0 : silence * 1000);
    }

    private static void requireLength(String field, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(field + " must have 1 to " + most + " characters, had " + text.length());
        }
    }

    private static void requireOwn(AlertId id, AlertCommand avro) {
        if (!id.feed().equals(new FeedId(avro.getPatientId(), avro.getSourceId()))) {
            throw new IllegalArgumentException("alertId " + avro.getAlertId() + " is not of patient '"
                    + avro.getPatientId() + "', source '" + avro.getSourceId() + "'");
        }
    }
}
