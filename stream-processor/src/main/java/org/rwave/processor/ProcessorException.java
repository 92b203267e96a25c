package org.rwave.processor;

/** The stream processor cannot start or go on: the message is one line, what is wrong and what to do. */
public final class ProcessorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProcessorException(String message, Throwable cause) {
        super(message, cause);
    }
}
