package org.rwave.trainer;

import java.io.IOException;
import org.rwave.models.ModelException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the trainer; the launcher starts it from its own jar, so that nobody else carries PyTorch. */
@Command(
        name = "rwave",
        mixinStandardHelpOptions = true,
        description = "Trains and evaluates the beat classifier.",
        subcommands = {
            TrainCommand.class,
            CrossValidateCommand.class,
            EvaluateCommand.class,
            NoiseScoreCommand.class,
            HeartbeatCommand.class,
            DataCommand.class,
            TrainWorkerCommand.class
        })
public final class TrainerMain {
    private TrainerMain() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new TrainerMain()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof IOException
                    || failure instanceof IllegalArgumentException
                    || failure instanceof ModelException) {
                command.getErr().println("rwave: " + failure.getMessage());
                return 1;
            }
            throw failure;
        });
        return line;
    }
}
