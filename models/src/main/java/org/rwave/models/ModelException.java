package org.rwave.models;

/** A model file that cannot be used. The message is one line for the user: which file, what is wrong, what to do. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
