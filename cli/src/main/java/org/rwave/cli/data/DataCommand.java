package org.rwave.cli.data;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave data}. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Public recordings for replay, training and scoring.",
        footer = {"", "'rwave data kaggle' is a command of the trainer: see 'rwave data kaggle --help'."},
        subcommands = {FetchCommand.class})
public final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "data: say what to do with it; there are: fetch, kaggle");
    }
}
