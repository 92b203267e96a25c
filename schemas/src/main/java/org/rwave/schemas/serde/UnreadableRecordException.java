package org.rwave.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * A record that no retry will make readable: it belongs on the rejects topic. The message is one line for a person. A
 * registry that cannot be asked is a {@link RegistryUnreachableException} instead.
 */
public abstract sealed class UnreadableRecordException extends SerializationException {
    private static final long serialVersionUID = 1;

    private UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Short name of the kind of failure, for headers and metrics: stable, lower case. */
    public abstract String reason();

    /** Not in Confluent's wire format: too short, or the first byte is not 0. */
    public static final class NotFramed extends UnreadableRecordException {
        private static final long serialVersionUID = 1;

        NotFramed(String message) {
            super(message, null);
        }

        @Override
        public String reason() {
            return "not-avro-framed";
        }
    }

    /** Framed, but the registry does not know the schema id. */
    public static final class UnknownSchema extends UnreadableRecordException {
        private static final long serialVersionUID = 1;

        UnknownSchema(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String reason() {
            return "unknown-schema-id";
        }
    }

    /** The writer's schema cannot be read as the topic's record. */
    public static final class WrongSchema extends UnreadableRecordException {
        private static final long serialVersionUID = 1;

        WrongSchema(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String reason() {
            return "wrong-schema";
        }
    }

    /** The bytes do not hold what the schema says. */
    public static final class Malformed extends UnreadableRecordException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message, null);
        }

        Malformed(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String reason() {
            return "malformed";
        }
    }

    /** Decoded, but a value breaks the rules of its field. */
    public static final class Invalid extends UnreadableRecordException {
        private static final long serialVersionUID = 1;

        Invalid(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String reason() {
            return "invalid";
        }
    }
}
