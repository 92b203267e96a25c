package org.rwave.ecg.alarm;

import java.util.Optional;

/**
 * What a person wants done about one alarm, or about all that a patient has at that moment.
 *
 * @param commandId makes a repeated command recognisable
 * @param alarm the alarm; empty for all of the patient's
 * @param action acknowledge or silence
 * @param by who, 1 to 200 characters
 * @param issuedAtEpochMicros when, by the sender's clock
 * @param reason why; may be empty
 * @param silenceMicros how long to be silent, positive; 0 with acknowledge
 */
public record AlarmCommand(
        String commandId,
        Optional<AlarmId> alarm,
        Action action,
        String by,
        long issuedAtEpochMicros,
        String reason,
        long silenceMicros) {
    /** What may be done. */
    public enum Action {
        /** A person has taken note, until the alarm ends: no latching. */
        ACKNOWLEDGE,
        /** No sound for a while (IEC 60601-1-8: audio paused). */
        SILENCE
    }

    public AlarmCommand {
        if (commandId.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a command must have an id and say who gave it");
        }
        if ((silenceMicros > 0) != (action == Action.SILENCE)) {
            throw new IllegalArgumentException(
                    "silenceMicros must be positive with SILENCE and 0 else, was " + silenceMicros);
        }
    }
}
