package org.rwave.schemas.serde;

import org.apache.kafka.common.KafkaException;

/** The schema registry cannot be asked now. It says nothing about the record: a retry may succeed. */
public final class RegistryUnreachableException extends KafkaException {
    private static final long serialVersionUID = 1;

    RegistryUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
