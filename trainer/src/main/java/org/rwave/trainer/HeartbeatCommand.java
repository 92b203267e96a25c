package org.rwave.trainer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rwave heartbeat}. */
@Command(
        name = "heartbeat",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Networks over the rows of Kaggle's heartbeat files ('rwave data kaggle'). All figures are intra-patient;",
            "the monitor does not use these networks."
        },
        subcommands = {HeartbeatTrainCommand.class, HeartbeatEvaluateCommand.class, HeartbeatTransferCommand.class})
final class HeartbeatCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "heartbeat: say what to do; there are: train, evaluate, transfer");
    }
}
