package org.rwave.ecg.recording;

import java.io.IOException;

/** A recording that cannot be read as it is. The message is one line for the user: record, file, place, what to do. */
public final class RecordingException extends IOException {
    private static final long serialVersionUID = 1;

    public RecordingException(String message) {
        super(message);
    }

    public RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
