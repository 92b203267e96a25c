package org.rwave.schemas.serde;

import org.apache.kafka.common.KafkaException;

/** The schema registry answered, and refused. The message is one line: what, where, why. */
public final class RegistryException extends KafkaException {
    private static final long serialVersionUID = 1;

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
