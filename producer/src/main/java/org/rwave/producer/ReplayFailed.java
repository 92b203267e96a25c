package org.rwave.producer;

/** A replay cannot go on. The message is one line for the user: what, where, what to do. */
public final class ReplayFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ReplayFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
