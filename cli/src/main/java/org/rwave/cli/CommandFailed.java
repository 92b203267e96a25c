package org.rwave.cli;

/** A command cannot do what it was asked to: the message is the one line the user sees; exit code 1. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was wrong, where, what to do; one line. */
    public CommandFailed(String message) {
        super(message);
    }

    public CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
