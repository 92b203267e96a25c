package org.rwave.ecg.alarm;

import java.util.List;
import java.util.Optional;

/**
 * What became of a command.
 *
 * @param stated the alarms that it changed, or had changed when it came for the first time
 * @param isRepeated whether it had come before, so that it changed nothing now
 * @param refusal why it was not carried out
 */
public record CommandAnswer(List<Stated> stated, boolean isRepeated, Optional<Refusal> refusal) {
    /** An alarm as it stands after the command. */
    public record Stated(AlarmId alarm, AlarmEvent event, Attention attention) {}

    /**
     * Why a command was not carried out.
     *
     * @param reason short and stable, lower case
     * @param cause one line for a person
     */
    public record Refusal(String reason, String cause) {}

    static CommandAnswer refused(String reason, String cause) {
        return new CommandAnswer(List.of(), false, Optional.of(new Refusal(reason, cause)));
    }
}
