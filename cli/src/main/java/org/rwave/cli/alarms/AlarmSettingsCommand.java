package org.rwave.cli.alarms;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave alarm-settings}. */
@Command(
        name = "alarm-settings",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Check a file of alarm settings, or print the settings that apply to a class or a patient.",
        footer = {"", "The file is described in docs/alarm-settings.md."},
        subcommands = {CheckCommand.class, PrintCommand.class})
public final class AlarmSettingsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "alarm-settings: say what to do with them; there are: check, print");
    }
}
