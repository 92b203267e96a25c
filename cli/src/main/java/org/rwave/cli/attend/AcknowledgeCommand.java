package org.rwave.cli.attend;

import org.rwave.ecg.alarm.AlarmCommand.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rwave acknowledge}: a person has taken note of an alarm. */
@Command(
        name = "acknowledge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Take note of an alarm, until it ends. A HIGH alarm whose condition is over, but which latches",
            "because nobody had taken note, is released."
        },
        footer = {"", "Example: rwave acknowledge 207/mitdb/ASYSTOLE/4711 --by nurse-3 --reason \"electrode changed\""})
public final class AcknowledgeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AttendOptions options;

    @Override
    public void run() {
        new CommandSender(options.kafka(), options.topics())
                .send(options.command(Action.ACKNOWLEDGE, 0), spec.commandLine().getOut());
    }
}
