package org.rwave.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.rwave.models.ModelException;
import org.rwave.processor.ProcessorException;
import org.rwave.processor.alarmsettings.BadAlarmSettings;
import org.rwave.producer.ReplayFailed;
import org.rwave.schemas.serde.RegistryException;
import org.rwave.schemas.serde.RegistryUnreachableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells the user in one line what went wrong. Failures that the code foresaw (bad input, no broker) need no stack trace;
 * anything else is a bug and is shown in full.
 */
final class OneLineErrors implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OneLineErrors.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof BadAlarmSettings bad) {
            bad.problems().forEach(err::println);
            err.println("rwave " + command.getCommandName() + ": alarm settings cannot be used; "
                    + bad.problems().size() + (bad.problems().size() == 1 ? " problem" : " problems") + " above");
        } else if (failure instanceof IOException
                || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException
                || failure instanceof ModelException
                || failure instanceof ProcessorException
                || failure instanceof ReplayFailed
                || failure instanceof RegistryException
                || failure instanceof RegistryUnreachableException
                || failure instanceof CommandFailed) {
            err.println("rwave " + command.getCommandName() + ": " + oneLine(failure));
            LOG.debug("failed", failure);
        } else {
            err.println("rwave " + command.getCommandName() + ": unexpected failure, please report it:");
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }

    static int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("rwave: " + failure.getMessage());
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String oneLine(Throwable failure) {
        Throwable told = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        String message = told.getMessage();
        return message == null || message.isBlank() ? told.toString() : message.replaceAll("\\s*\\R\\s*", "; ");
    }
}
